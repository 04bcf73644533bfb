import type { IncomingMessage, ServerResponse } from 'node:http'
import { validateMessage, type SubscribeMessage, type SubscribePayload } from 'graphql-ws'
import { BadRequest, LimitExceeded, Overloaded } from '../../../platform/errors.ts'
import { readBody } from '../../http/readBody.ts'
import { Refusal } from '../../http/refusal.ts'
import { queryParameters } from '../../http/requestParameters.ts'
import { isLive } from '../engine/groupKey.ts'
import { SharedResult } from '../engine/sharedResult.ts'
import { clientIn } from '../../usage/index.ts'
import { toErrors } from '../errorPayload.ts'
import { inGroups } from '../inGroups.ts'
import type { RealtimeParts } from '../websocket/parts.ts'
import { Session } from '../websocket/session.ts'
import { formatFor, type StreamFormat } from './format.ts'
import { HttpStream } from './stream.ts'

/** Proxies cut connections that are silent for longer; Apollo's protocol asks for 5 s. */
const beatMs = 5_000

/** Subscriptions over HTTP, for networks that let no WebSocket through: one request and its answer for each. */
export class StreamServer {
  readonly #parts: RealtimeParts
  readonly #addressOf: (request: IncomingMessage) => string | undefined
  readonly #streams = new Set<HttpStream>()
  readonly #beats: NodeJS.Timeout
  #isClosing = false

  constructor(parts: RealtimeParts, addressOf: (request: IncomingMessage) => string | undefined) {
    this.#parts = parts
    this.#addressOf = addressOf
    this.#beats = setInterval(() => this.#streams.forEach((stream) => stream.beat()), beatMs).unref()
  }

  /**
   * Answers a POST or GET whose `Accept` asks for a stream; false for any other, which is left alone.
   * @throws Refusal, ParleyError  before the stream stands: to be answered in the form of any other request
   */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const format = formatFor(request.headers.accept)
    if (!format || (request.method !== 'POST' && request.method !== 'GET')) return false
    const payload =
      request.method === 'GET' ? this.#readQuery(request) : await readPayload(request, this.#parts.limits.messageBytes)
    const session = await this.#signIn(request, response)
    // From here on nothing waits: a client that goes is seen by what is registered below, or has gone already.
    if (response.destroyed) session.close()
    else this.#open(request, response, format, session, payload)
    return true
  }

  /** Takes no more and cuts those there are, in groups: clients come back elsewhere, with `after`. Safe to call twice. */
  async close(): Promise<void> {
    this.#isClosing = true
    clearInterval(this.#beats)
    await inGroups(this.#streams, this.#parts.limits.drainMs, (stream) => stream.cut())
  }

  /** @throws Unauthenticated */
  async #signIn(request: IncomingMessage, response: ServerResponse): Promise<Session> {
    const origin = { address: this.#addressOf(request), userAgent: request.headers['user-agent'] }
    const cut = () => response.destroy()
    const session = new Session(this.#parts, origin, { tokenExpired: cut, sessionEnded: cut })
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
    payload: SubscribePayload,
  ): void {
    const { connections, metrics } = this.#parts
    const leave = this.#enter(session, this.#addressOf(request))
    const stream = new HttpStream(response, format, this.#parts)
    this.#streams.add(stream)
    metrics.streams.inc()
    const facts = session.facts('stream')
    const takeOut = facts && connections?.opened(facts)
    const gone = new AbortController()
    response.once('close', () => {
      this.#streams.delete(stream)
      metrics.streams.dec()
      leave()
      takeOut?.()
      session.close()
      gone.abort()
    })
    void this.#run(payload, session, stream, gone.signal)
  }

  /** Takes a place, and gives what frees it. @throws Overloaded, LimitExceeded  there is none */
  #enter(session: Session, address: string | undefined): () => void {
    const { addresses, limits, users } = this.#parts
    const userId = session.viewer?.userId
    const leave = () => {
      if (userId !== undefined) users.leave(userId)
      if (address !== undefined) addresses.leave(address)
    }
    try {
      if (this.#isClosing) throw new Overloaded('This router goes down.', { retryAfterMs: 1_000 })
      if (this.#streams.size >= limits.sockets) throw new Overloaded('Too many streams.', { retryAfterMs: 5_000 })
      if (address !== undefined && !addresses.enter(address)) throw new LimitExceeded(tooMany('address'))
      if (userId !== undefined && !users.enter(userId)) {
        if (address !== undefined) addresses.leave(address)
        throw new LimitExceeded(tooMany('user'))
      }
      return leave
    } catch (cause) {
      session.close()
      throw cause
    }
  }

  /** A GET changes nothing, and comes with a header that a page of another origin cannot send. */
  #readQuery(request: IncomingMessage): SubscribePayload {
    const { query, operationName, variables } = queryParameters(request, new URL(request.url!, 'http://router'))
    if (query === undefined) throw new Refusal(400, new BadRequest('"query" must be a string.'))
    const prepared = this.#parts.supergraph().prepare(query, operationName)
    if (!('errors' in prepared) && prepared.kind === 'mutation') {
      throw new Refusal(405, new BadRequest('A mutation needs POST.'), { allow: 'POST' })
    }
    return { query, operationName, variables }
  }

  /** Runs it until it ends, or `gone` says that its client has. Whatever goes wrong is told on the stream. */
  async #run(payload: SubscribePayload, session: Session, stream: HttpStream, gone: AbortSignal): Promise<void> {
    const { supergraph, hub, states, logger } = this.#parts
    try {
      const graph = supergraph()
      const prepared = graph.prepare(payload.query, payload.operationName ?? undefined)
      const variables = payload.variables ?? {}
      if ('errors' in prepared) return stream.error(prepared.errors.map((error) => error.toJSON()))
      if (!isLive(prepared)) {
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

const tooMany = (whose: string): string => `This ${whose} has as many connections as it may have.`

/** The body is what graphql-transport-ws has as the payload of `subscribe`, and is checked by the same rules. */
async function readPayload(request: IncomingMessage, limit: number): Promise<SubscribePayload> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/json') {
    throw new Refusal(415, new BadRequest('Send the request as application/json.'))
  }
  const body = await readBody(request, limit)
  try {
    const message = validateMessage({ id: 'stream', type: 'subscribe', payload: JSON.parse(body) })
    return (message as SubscribeMessage).payload
  } catch {
    throw new Refusal(400, new BadRequest('The request must be a JSON object with a "query".'))
  }
}
