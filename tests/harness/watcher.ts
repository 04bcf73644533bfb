import { createClient, type Client } from 'graphql-ws'
import WebSocket from 'ws'
import type { Person } from './person.ts'
import { until } from '../../platform/time/until.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads any shape it asked for
type Result = Record<string, any>

/** One subscription on a socket of its own, and everything that it was told. */
export class Watcher {
  readonly results: Result[] = []
  readonly errors: { code: string; message: string }[] = []
  isCompleted = false
  readonly #client: Client
  #stop = () => {}
  #isClosed = false

  private constructor(client: Client) {
    this.#client = client
  }

  static open(person: Person, query: string, variables: Record<string, unknown> = {}): Watcher {
    const url = `${person.place.url.replace(/^http/, 'ws')}/graphql`
    const connectionParams = () => ({ authorization: `Bearer ${person.accessToken}` })
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      connectionParams,
      retryAttempts: 100_000,
      retryWait: soon,
      shouldRetry: () => !watcher.#isClosed,
    })
    const watcher: Watcher = new Watcher(client)
    watcher.#stop = client.subscribe(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (data) watcher.results.push(Object.values(data)[0] as Result)
          for (const { message } of errors ?? []) watcher.errors.push({ code: 'IN_RESULT', message })
        },
        error: (cause) => {
          for (const { extensions, message } of [cause].flat() as { extensions?: Result; message: string }[])
            watcher.errors.push({ code: String(extensions?.['code']), message })
        },
        complete: () => void (watcher.isCompleted = true),
      },
    )
    return watcher
  }

  get last(): Result | undefined {
    return this.results.at(-1)
  }

  async until(what: string, condition: (watcher: Watcher) => unknown, withinMs?: number): Promise<void> {
    await until(
      () => Boolean(condition(this)),
      () => `${what}; told: ${JSON.stringify(this.results.slice(-5))} ${JSON.stringify(this.errors)}`,
      withinMs,
    )
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#stop()
    // A socket that was refused says so here once more.
    await Promise.resolve(this.#client.dispose()).catch(() => undefined)
  }
}

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 100))
