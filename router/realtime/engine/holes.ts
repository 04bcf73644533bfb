import { setTimeout as wait } from 'node:timers/promises'
import type { TopicOpening } from '../../../platform/subgraph/topics.ts'
import { waitAfter } from '../../../platform/time/backOff.ts'
import { isRefusal, toErrors } from '../errorPayload.ts'
import type { Engine } from './engine.ts'
import type { Subscription } from './subscription.ts'

/** Fruitless readings after which the topic stops waiting for an event that its log does not know. */
const giveUpAfter = 8

/** A topic that may have holes. */
export interface Holed {
  readonly name: string
  /** The position up to which it has everything; undefined until its owner's first word. */
  readonly last: number | undefined
  /** It is known to be further than that. */
  readonly behind: boolean
  /** With whose credentials its log can be read; undefined where nobody is there. */
  readonly reader: Subscription | undefined
  takeFromLog(opening: TopicOpening): void
  /** Stops waiting for what the log does not know. Returns how many events that are held are given up. */
  giveUp(): number
}

/** Fills the holes of one topic from its log, with the credentials of whoever subscribes to it. */
export class Holes {
  readonly #topic: Holed
  readonly #engine: Engine
  readonly #closed = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #reading = false
  #suspected = false

  constructor(topic: Holed, engine: Engine) {
    this.#topic = topic
    this.#engine = engine
  }

  /** Reads the log shortly, where something is missing by then: what overtook its neighbour is no hole. */
  check(): void {
    if (this.#timer || this.#reading || this.#closed.signal.aborted || !this.#isWanted) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#read()
    }, this.#engine.limits.holeGraceMs)
    this.#timer.unref()
  }

  /** Messages may have been lost without a trace: the log is read even if nothing seems to be missing. */
  suspect(): void {
    this.#suspected = true
    this.check()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#closed.abort()
  }

  get #isWanted(): boolean {
    return this.#suspected || this.#topic.behind
  }

  async #read(): Promise<void> {
    this.#reading = true
    try {
      for (let fruitless = 0; this.#isWanted && !this.#closed.signal.aborted;) {
        if (!this.#topic.reader) return // who joins next reads the log itself, and then checks again
        if (await this.#readOnce()) fruitless = 0
        else if (++fruitless === giveUpAfter && this.#giveUp()) return
        else await this.#wait(fruitless)
      }
    } catch {
      // closed while waiting
    } finally {
      this.#reading = false
    }
  }

  #wait(fruitless: number): Promise<void> {
    const ms = waitAfter(fruitless, { leastMs: 2 * this.#engine.limits.holeGraceMs, mostMs: 5_000 })
    return wait(ms, undefined, { signal: this.#closed.signal, ref: false })
  }

  /** True when the topic got on, or a subscriber that may no longer read it was ended. */
  async #readOnce(): Promise<boolean> {
    const { last, reader } = this.#topic
    // A token that has just ended is renewed, or its socket follows: no reason to end a subscription.
    if (last === undefined || !reader || reader.isExpired) return false
    const suspected = this.#suspected
    this.#suspected = false
    try {
      const opening = await this.#engine.log.readHole(reader, last)
      if (this.#closed.signal.aborted) return false
      this.#topic.takeFromLog(opening)
      return this.#topic.last! > last || !this.#topic.behind
    } catch (cause) {
      // A log that did not answer has not said that it does not know: it is asked on.
      this.#suspected ||= suspected || !isRefusal(cause)
      if (reader.isExpired) return false
      if (isRefusal(cause)) reader.fail(toErrors(cause, this.#engine.logger))
      else this.#engine.logger.warn({ err: cause, topic: this.#topic.name }, 'the log of a topic could not be read')
      return isRefusal(cause)
    }
  }

  /** True when there is nothing more to wait for. A log that can't be read (`suspected`) is tried on. */
  #giveUp(): boolean {
    if (this.#suspected) return false
    const held = this.#topic.giveUp()
    this.#engine.metrics.dropped.inc({ why: 'not in the log' }, held)
    this.#engine.logger.warn({ topic: this.#topic.name, held }, 'the log of a topic does not know what was published')
    return true
  }
}
