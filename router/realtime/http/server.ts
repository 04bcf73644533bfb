import type { IncomingMessage, ServerResponse } from 'node:http'
import { Overloaded, RateLimited, Unauthenticated, Unavailable } from '../../../platform/errors.ts'
import type { PersistedQueries } from '../../http/persistedQueries.ts'
import type { RequestParameters } from '../../http/requestParameters.ts'
import { isLive } from '../engine/groupKey.ts'
import { SharedResult } from '../engine/sharedResult.ts'
import { clientIn } from '../../usage/index.ts'
import { toErrors } from '../errorPayload.ts'
import { seeOff } from '../seeOff.ts'
import type { RealtimeParts } from '../websocket/parts.ts'
import { Session } from '../websocket/session.ts'
import { formatFor, takesPlain, type StreamFormat } from './format.ts'
import { HttpStream } from './stream.ts'
import { readStreamRequest, type StreamRequest } from './streamRequest.ts'

/** Who has as many connections as they may may try again then. */
const fullForMs = 5_000
/** Whoever is told to come back elsewhere is to do so within this time: `soon`, as after 1012. */
const withinMs = 1_000

export interface StreamServerOptions {
  persisted: PersistedQueries
  /** The client's address. */
  addressOf: (request: IncomingMessage) => string | undefined
}

/** Subscriptions over HTTP, for networks that let no WebSocket through: one request and its answer for each. */
export class StreamServer {
  readonly #parts: RealtimeParts
  readonly #options: StreamServerOptions
  readonly #streams = new Map<ServerResponse, HttpStream>()
  readonly #beats: NodeJS.Timeout
  #isClosing = false

  constructor(parts: RealtimeParts, options: StreamServerOptions) {
    this.#parts = parts
    this.#options = options
    this.#beats = setInterval(() => this.#streams.forEach((stream) => stream.beat()), parts.limits.streamBeatMs).unref()
  }

  /**
   * Answers a POST or GET whose `Accept` asks for a stream; false for any other, which is left alone. Where JSON would do as well and
   * what is asked for is not live, it gives back what it has read: a plain answer is a whole one, with its status and headers.
   * @throws Refusal, ParleyError  before the stream stands: to be answered in the form of any other request
   */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean | RequestParameters> {
    const { accept } = request.headers
    const format = formatFor(accept)
    if (!format || (request.method !== 'POST' && request.method !== 'GET')) return false
    const { persisted } = this.#options
    const payload = await readStreamRequest(request, { ...this.#parts, persisted })
    if (takesPlain(accept) && !this.#asksForLive(payload)) return payload.asked
    const session = await this.#signIn(request, response)
    // From here on nothing waits: a client that goes is seen by what is registered below, or has gone already.
    if (response.destroyed) session.close()
    else this.#open(request, response, format, session, payload)
    return true
  }

  /**
   * Takes no more, and tells those there are to come back elsewhere, with `after`, in groups. What was written before goes out
   * first. Resolves when all are gone, at the latest `closeTimeoutMs` later. Safe to call twice.
   */
  async close(): Promise<void> {
    this.#isClosing = true
    const streams = new Set(this.#streams.values())
    const left = () => this.#streams.size
    await seeOff(streams, { tell: (stream) => this.#interrupt(stream), left }, this.#parts.limits)
    clearInterval(this.#beats)
  }

  #asksForLive({ query, operationName }: StreamRequest): boolean {
    const prepared = this.#parts.supergraph().prepare(query, operationName)
    return !('errors' in prepared) && isLive(prepared)
  }

  #interrupt(stream: HttpStream): void {
    if (stream.endsByItself) return
    // At random, so that those who do as they are told do not come in one moment.
    const retryAfterMs = Math.round(Math.random() * withinMs)
    const restarts = new Unavailable('This router goes down for a restart: come back.', { retryAfterMs })
    stream.interrupt(toErrors(restarts, this.#parts.logger), retryAfterMs)
  }

  /** @throws Unauthenticated */
  async #signIn(request: IncomingMessage, response: ServerResponse): Promise<Session> {
    const origin = { address: this.#options.addressOf(request), userAgent: request.headers['user-agent'] }
    // With another token the client may come back, and does when it is cut; after the end of its session there is none.
    const tokenExpired = () => response.destroy()
    const sessionEnded = () => {
      const stream = this.#streams.get(response)
      if (stream) stream.error(toErrors(new Unauthenticated('This session was ended: sign in.'), this.#parts.logger))
      else response.destroy()
    }
    const session = new Session(this.#parts, origin, { tokenExpired, sessionEnded })
    session.client = clientIn(request.headers)
    const { authorization } = request.headers
    if (authorization) await session.signIn(authorization)
    return session
  }

  #open(
    request: IncomingMessage,
    response: ServerResponse,
    format: StreamFormat,
    session: Session,
    payload: StreamRequest,
  ): void {
    const { connections, metrics } = this.#parts
    const leave = this.#enter(session, this.#options.addressOf(request))
    const stream = new HttpStream(response, format, this.#parts)
    this.#streams.set(response, stream)
    metrics.streams.inc()
    const facts = session.facts('stream')
    const takeOut = facts && connections?.opened(facts)
    const gone = new AbortController()
    response.once('close', () => {
      this.#streams.delete(response)
      metrics.streams.dec()
      leave()
      takeOut?.()
      session.close()
      gone.abort()
    })
    void this.#run(payload, session, stream, gone.signal)
  }

  /** Takes a place, and gives what frees it. @throws Overloaded, RateLimited  there is none */
  #enter(session: Session, address: string | undefined): () => void {
    const { addresses, limits, users } = this.#parts
    const userId = session.viewer?.userId
    const leave = () => {
      if (userId !== undefined) users.leave(userId)
      if (address !== undefined) addresses.leave(address)
    }
    try {
      if (this.#isClosing) throw new Overloaded('This router goes down.', { retryAfterMs: 1_000 })
      if (this.#streams.size >= limits.sockets) throw new Overloaded('Too many streams.', { retryAfterMs: fullForMs })
      if (address !== undefined && !addresses.enter(address)) throw tooMany('address')
      if (userId !== undefined && !users.enter(userId)) {
        if (address !== undefined) addresses.leave(address)
        throw tooMany('user')
      }
      return leave
    } catch (cause) {
      session.close()
      throw cause
    }
  }

  /** Runs it until it ends, or `gone` says that its client has. Whatever goes wrong is told on the stream. */
  async #run(payload: StreamRequest, session: Session, stream: HttpStream, gone: AbortSignal): Promise<void> {
    const { supergraph, hub, states, logger } = this.#parts
    try {
      const graph = supergraph()
      const { variables } = payload
      const prepared = graph.prepare(payload.query, payload.operationName)
      if ('errors' in prepared) return stream.error(prepared.errors.map((error) => error.toJSON()))
      if (!isLive(prepared)) {
        stream.endsByItself = true
        stream.next(new SharedResult(await graph.execute(prepared, variables, session.context(gone))))
        return stream.complete()
      }
      await prepared.live.admit?.(variables, session.context())
      if (gone.aborted) return
      const engine = prepared.live.isState ? states : hub
      const subscription = engine.subscribe(prepared, variables, session, stream, graph)
      gone.addEventListener('abort', () => subscription.stop())
    } catch (cause) {
      stream.error(toErrors(cause, logger))
    }
  }
}

const tooMany = (whose: string) =>
  new RateLimited(`This ${whose} has as many connections as it may have.`, { retryAfterMs: fullForMs })
