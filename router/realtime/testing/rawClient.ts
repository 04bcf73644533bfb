import { once } from 'node:events'
import { WebSocket } from 'ws'
import { until } from '../../../platform/time/until.ts'

export interface Message {
  type: string
  id?: string
  payload?: unknown
}

/** A WebSocket without any protocol of its own: it says what the suite makes it say. */
export class RawClient {
  readonly socket: WebSocket
  readonly messages: Message[] = []
  /** How it was closed. */
  closed: { code: number; reason: string } | undefined
  #read = 0

  constructor(url: string, protocol: string | string[], headers: Record<string, string> = {}) {
    this.socket = new WebSocket(url, protocol, { headers })
    this.socket.on('message', (data) => this.messages.push(JSON.parse(String(data))))
    this.socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }))
    this.socket.on('error', () => undefined)
  }

  static async open(
    url: string,
    protocol: string | string[] = 'graphql-transport-ws',
    headers?: Record<string, string>,
  ): Promise<RawClient> {
    const client = new RawClient(url, protocol, headers)
    await once(client.socket, 'open')
    return client
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  subscribe(id: string, query: string, variables: Record<string, unknown> = {}): void {
    this.send({ type: 'subscribe', id, payload: { query, variables } })
  }

  /** The next message, which is to be of this type. */
  async next(type: string): Promise<Message> {
    await until(() => this.messages.length > this.#read || this.closed, `a message of type ${type}`)
    const message = this.messages[this.#read++]
    if (message?.type !== type) throw new Error(`Expected ${type}, got ${JSON.stringify(message ?? this.closed)}`)
    return message
  }

  /** Code and reason with which the server closed the socket. */
  async end(): Promise<{ code: number; reason: string }> {
    await until(() => this.closed, 'the socket is closed')
    return this.closed!
  }

  of(id: string): Message[] {
    return this.messages.filter((message) => message.id === id)
  }
}
