import { addAbortListener, removeAbortListener } from './abortListeners.ts'
import { readResult, writeRequest } from './graphqlText.ts'
import { senderLines } from './senderHeaders.ts'
import type { SubgraphRequest, SubgraphResult } from './subgraph.ts'
import type { SubgraphAddress } from './subgraphAddress.ts'
import { ConnectionPool, Deadlines, type Call, type ConnectionFailed, type PoolOptions } from './wire/index.ts'

/** Sends requests to one subgraph. */
export interface Transport {
  /**
   * Resolves with the answer; rejects when there is none within the time, when it is not one of GraphQL, or at once when the
   * request's signal is aborted.
   */
  send(request: SubgraphRequest): Promise<SubgraphResult>
  close(): Promise<unknown>
}

export interface TransportOptions extends PoolOptions {
  timeoutMs: number
}

/** Over plain HTTP/1.1, by TCP or a unix socket. */
export function wireTransport(address: SubgraphAddress, options: TransportOptions): Transport {
  const pool = new ConnectionPool(address.target, options)
  const deadlines = new Deadlines(options.timeoutMs)
  const head =
    `POST ${address.path} HTTP/1.1\r\nhost: ${address.host}\r\nconnection: keep-alive\r\n` +
    'content-type: application/json\r\naccept: application/json\r\naccept-encoding: identity\r\n'
  const expired = () => new Error(`There was no answer within ${options.timeoutMs} ms.`)
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (request.signal?.aborted) return reject(request.signal.reason as Error)
        const call = new GraphqlCall(head, request, { resolve, reject, deadlines, expired })
        pool.send(call)
      }),
    close: () => pool.close(),
  }
}

interface CallParts {
  resolve(result: SubgraphResult): void
  reject(error: unknown): void
  deadlines: Deadlines
  expired(): Error
}

/** One request of GraphQL on its way, and what may end it early: its time, or its caller. */
class GraphqlCall implements Call {
  readonly text: string
  readonly isAscii: boolean
  isOver = false
  readonly #parts: CallParts
  readonly #signal: AbortSignal | undefined
  readonly #abort = () => this.#giveUp(this.#signal!.reason)
  #stop: (() => void) | undefined

  constructor(head: string, request: SubgraphRequest, parts: CallParts) {
    const body = writeRequest(request)
    const length = Buffer.byteLength(body)
    this.text = `${head}content-length: ${length}\r\n${senderLines(request)}\r\n${body}`
    this.isAscii = length === body.length
    this.#parts = parts
    this.#signal = request.signal
    parts.deadlines.add(this)
    if (this.#signal) addAbortListener(this.#signal, this.#abort)
  }

  sent(stop: () => void): void {
    this.#stop = stop
  }

  answered(status: number, body: string): void {
    if (!this.#end()) return
    try {
      this.#parts.resolve(readResult(body, status))
    } catch (error) {
      this.#parts.reject(error)
    }
  }

  failed(error: ConnectionFailed): void {
    if (this.#end()) this.#parts.reject(error)
  }

  expire(): void {
    this.#giveUp(this.#parts.expired())
  }

  /** Its caller hears at once, also while it waits for a connection. */
  #giveUp(reason: unknown): void {
    if (!this.#end()) return
    this.#parts.reject(reason)
    this.#stop?.()
  }

  /** True the first time. */
  #end(): boolean {
    if (this.isOver) return false
    this.isOver = true
    this.#parts.deadlines.delete(this)
    if (this.#signal) removeAbortListener(this.#signal, this.#abort)
    return true
  }
}
