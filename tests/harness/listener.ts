import { createClient, type Client } from 'graphql-ws'
import WebSocket from 'ws'
import type { Place } from './place.ts'
import { until } from '../../platform/time/until.ts'

export interface ListenOptions {
  after?: number
  /** Reconnect and resume, also after an error that asks for it, as the client packages do; off, so that a test sees the end itself. */
  resume?: boolean
}

export interface SeenEvent {
  __typename: string
  rev: number
  message?: { seq: number; text: string; sender: { name: string } }
  conversation: { title: string | null }
}

const SUBSCRIPTION = `subscription ($id: ID!, $after: Int) {
  conversationEvents(conversationId: $id, after: $after) {
    __typename rev conversation { id title }
    ... on MessageSent { message { seq text sender { id name } } }
    ... on MemberRemoved { user { id } }
  }
}`

const retryMs = 50

const isRetriable = (error: unknown) =>
  (error as { extensions?: { retriable?: boolean } }).extensions?.retriable === true

/** What one subscriber saw, in the order in which it came. */
export class Listener {
  readonly events: SeenEvent[] = []
  readonly errors: unknown[] = []
  ended = false
  readonly #client: Client
  readonly #sockets: Set<WebSocket>
  readonly #watchers = new Set<(event: SeenEvent) => void>()
  #stop = () => {}
  #isClosed = false

  private constructor(client: Client, sockets: Set<WebSocket>) {
    this.#client = client
    this.#sockets = sockets
  }

  /** Resolves once the subscription is on its way. With `after` nothing can be missed, however late it stands. */
  static async open(
    place: Place,
    token: () => string,
    conversationId: string,
    options: ListenOptions,
  ): Promise<Listener> {
    const sockets = new Set<WebSocket>()
    const tracked = class extends WebSocket {
      constructor(url: string, protocols?: string[]) {
        super(url, protocols)
        sockets.add(this)
        this.on('close', () => sockets.delete(this))
      }
    }
    const client = createClient({
      url: place.url.replace('http', 'ws') + '/graphql',
      webSocketImpl: tracked,
      lazy: false,
      retryAttempts: options.resume ? 1_000 : 0,
      shouldRetry: () => options.resume === true,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, retryMs)),
      connectionParams: () => ({ authorization: `Bearer ${token()}` }),
      onNonLazyError: () => {},
    })
    const listener = new Listener(client, sockets)
    await listener.#subscribe(conversationId, options)
    return listener
  }

  async #subscribe(conversationId: string, { after, resume }: ListenOptions): Promise<void> {
    let variables = { id: conversationId, after: after ?? null }
    const start = () => {
      this.#stop = this.#client.subscribe<{ conversationEvents: SeenEvent }>(
        { query: SUBSCRIPTION, variables },
        {
          next: ({ data, errors }) => {
            if (errors) this.errors.push(...errors)
            if (!data?.conversationEvents) return
            this.events.push(data.conversationEvents)
            for (const watch of this.#watchers) watch(data.conversationEvents)
            variables = { id: conversationId, after: data.conversationEvents.rev }
          },
          error: (error) => {
            const errors: unknown[] = Array.isArray(error) ? error : [error]
            if (resume && errors.every(isRetriable)) return void setTimeout(() => this.#isClosed || start(), retryMs)
            this.errors.push(...errors)
            this.ended = true
          },
          complete: () => {
            this.ended = true
          },
        },
      )
    }
    start()
    if (resume) {
      // graphql-ws sends the variables of the first try again: a resuming client subscribes anew from where it stands.
      this.#client.on('closed', () => {
        this.#stop()
        this.ended = false
        start()
      })
    }
  }

  get revs(): number[] {
    return this.events.map(({ rev }) => rev)
  }

  get texts(): string[] {
    return this.events.flatMap(({ message }) => (message ? [message.text] : []))
  }

  /** Waits until the condition holds of what was seen; fails with what was seen when it does not. */
  async until(condition: (listener: this) => boolean): Promise<void> {
    await until(
      () => condition(this),
      () => `saw ${JSON.stringify(this.events)} ${JSON.stringify(this.errors)}`,
    )
  }

  /** The next event that fits, at the moment in which it comes. */
  next(fits: (event: SeenEvent) => boolean): Promise<SeenEvent> {
    return new Promise((resolve) => {
      const watch = (event: SeenEvent) => {
        if (!fits(event)) return
        this.#watchers.delete(watch)
        resolve(event)
      }
      this.#watchers.add(watch)
    })
  }

  /** Cuts the network under the socket, without a close frame. */
  cut(): void {
    for (const socket of this.#sockets) socket.terminate()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#stop()
    await this.#client.dispose()
  }
}
