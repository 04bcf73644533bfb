import { waitAfter } from '../../platform/time/backOff.ts'
import type { Event, Following } from './following.ts'
import { positionOf } from './following.ts'
import type { Line, OpenLine, Refusal, Result } from './line.ts'

/** Before it comes back, and gets nothing: a crowd that comes back to a busy machine faster keeps it busy. */
const backOff = { leastMs: 20, mostMs: 5_000 }

export interface Connecting {
  /** Routers. It comes back at the next one, and so moves on with every cut. */
  doors: readonly { url: string }[]
  /** At which of them it begins. */
  firstDoor: number
  token: () => string
  open: OpenLine
}

/** A client that records what it sees. It comes back by itself, with `after`, as often as it is cut off. */
export class LoadClient {
  readonly following: Following
  readonly closes = new Map<string, number>()
  readonly #connecting: Connecting
  #line: Line | undefined
  #door: number
  #ended = false
  #failures = 0
  #isThere = false

  constructor(following: Following, connecting: Connecting) {
    this.following = following
    this.#connecting = connecting
    this.#door = connecting.firstDoor
    this.#connect()
  }

  get record() {
    return this.following.record
  }

  /** The `rev` of the newest event that it has. */
  get at(): number {
    return positionOf(this.record)
  }

  /** It has got something since it was connected last, or since it began. */
  get isThere(): boolean {
    return this.#isThere
  }

  /** Cuts the network under its connection, without a close frame. */
  cut(): void {
    this.#line?.cut()
  }

  stop(): void {
    this.#ended = true
    this.cut()
  }

  #connect(): void {
    const { doors, token, open } = this.#connecting
    const { url } = doors[this.#door++ % doors.length]!
    const operation = { query: this.following.query, variables: this.following.variables() }
    this.#line = open(url, token(), operation, {
      next: (result) => this.#take(result),
      refused: (errors) => this.#refused(errors),
      completed: () => this.#completed(),
      closed: (how) => this.#closed(how),
    })
  }

  #take(result: Result): void {
    const event = Object.values(result.data ?? {})[0] as Event | null | undefined
    if (!event || result.errors) return void this.record.errors.push(JSON.stringify(result))
    this.#failures = 0
    this.#isThere = true
    this.following.take(event)
  }

  /**
   * Where the server asks to come again, or for a new token, it does; else its record ends here. FORBIDDEN is how a removed
   * member ends.
   */
  #refused([error]: readonly Refusal[]): void {
    const { code, retriable } = error?.extensions ?? {}
    if (code === 'FORBIDDEN' && this.following.endsWithRemoval) this.#completed()
    else if (retriable || code === 'UNAUTHENTICATED') this.#comeBack(code)
    else {
      this.#ended = true
      this.record.errors.push(`${code}: ${error?.message}`)
    }
  }

  #comeBack(code = 'without a code'): void {
    this.#count(`error ${code}`)
    this.cut()
  }

  #completed(): void {
    if (this.#ended) return
    this.#ended = true
    if (this.following.endsWithRemoval) this.record.completed = true
    else this.record.errors.push('the subscription was ended')
  }

  #closed(how: string): void {
    this.#count(how)
    this.#isThere = false
    if (this.#ended) return
    setTimeout(() => !this.#ended && this.#connect(), waitAfter(++this.#failures, backOff)).unref()
  }

  #count(how: string): void {
    this.closes.set(how, (this.closes.get(how) ?? 0) + 1)
  }
}
