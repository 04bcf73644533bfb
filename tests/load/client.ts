import { WebSocket } from 'ws'
import type { Record as Seen } from './faultsOf.ts'

const query = `subscription ($id: ID!, $after: Int) { conversationEvents(conversationId: $id, after: $after) {
  __typename rev ... on MessageSent { message { seq sender { id name } } } ... on MemberRemoved { user { id } } } }`

interface Message {
  type: string
  payload?: {
    data?: { conversationEvents: { __typename: string; rev: number; user?: { id: string } } | null }
  } & Error[]
}
type Error = { extensions?: { code?: string; retriable?: boolean } }

export interface Identity {
  url: string
  token: () => string
  conversationId: string
}

/** A client that records what it sees. It comes back by itself, with `after`, as often as it is cut off. */
export class LoadClient {
  readonly record: Seen
  readonly closes = new Map<number, number>()
  readonly #identity: Identity
  #socket: WebSocket | undefined
  #stopped = false
  #failures = 0

  constructor(name: string, after: number, identity: Identity) {
    this.record = { name, after, seen: [], completed: false, errors: [] }
    this.#identity = identity
    this.#connect()
  }

  get at(): number {
    return this.record.seen.at(-1)?.rev ?? this.record.after
  }

  /** Cuts the network under the socket, without a close frame. */
  cut(): void {
    this.#socket?.terminate()
  }

  stop(): void {
    this.#stopped = true
    this.#socket?.terminate()
  }

  #connect(): void {
    const { url, token, conversationId } = this.#identity
    const socket = new WebSocket(url, 'graphql-transport-ws')
    this.#socket = socket
    socket.on('open', () => say(socket, { type: 'connection_init', payload: { authorization: `Bearer ${token()}` } }))
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Message
      if (message.type === 'connection_ack') {
        const variables = { id: conversationId, after: this.at }
        say(socket, { id: '1', type: 'subscribe', payload: { query, variables } })
      } else this.#receive(message)
    })
    socket.on('error', () => undefined)
    socket.on('close', (code) => this.#closed(code))
  }

  #receive({ type, payload }: Message): void {
    if (type === 'complete') this.record.completed = true
    else if (type === 'error') this.#refused(payload!)
    else if (type === 'next') {
      const event = payload?.data?.conversationEvents
      if (!event) return void this.record.errors.push(JSON.stringify(payload))
      this.#failures = 0
      this.record.seen.push({ rev: event.rev, type: event.__typename, userId: event.user?.id })
    }
  }

  /** Where the server asks to come again, it does; else its record ends here. FORBIDDEN is how a removed member ends. */
  #refused(errors: readonly Error[]): void {
    const [code, retriable] = [errors[0]?.extensions?.code, errors[0]?.extensions?.retriable]
    if (code === 'FORBIDDEN') this.record.completed = true
    else if (retriable) this.cut()
    else this.record.errors.push(String(code))
  }

  #closed(code: number): void {
    this.closes.set(code, (this.closes.get(code) ?? 0) + 1)
    if (this.#stopped || this.record.completed) return
    const wait = Math.min(1_000, 20 * 2 ** this.#failures++) * (0.5 + Math.random())
    setTimeout(() => !this.#stopped && this.#connect(), wait).unref()
  }
}

const say = (socket: WebSocket, message: object): void => socket.send(JSON.stringify(message))
