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
import { formatFor } from './format.ts'
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
    const { connections, limits, users, verifier } = this.#parts
    if (this.#isClosing) throw new Overloaded('This router goes down.', { retryAfterMs: 1_000 })
    if (this.#streams.size >= limits.sockets) throw new Overloaded('Too many streams.', { retryAfterMs: 5_000 })
    const payload =
      request.method === 'GET' ? this.#readQuery(request) : await readPayload(request, limits.messageBytes)
    const origin = { address: this.#addressOf(request), userAgent: request.headers['user-agent'] }
    const cut = () => response.destroy()
    const session = new Session(verifier, origin, { graceMs: limits.tokenGraceMs, expired: cut, revoked: cut })
    session.client = clientIn(request.headers)
    const { authorization } = request.headers
    if (authorization) await session.signIn(authorization)
    const userId = session.viewer?.userId
    if (userId !== undefined && !users.enter(userId)) {
      session.close()
      throw new LimitExceeded('This user has as many connections as it may have.')
    }
    const stream = new HttpStream(response, format, this.#parts.backlog)
    this.#streams.add(stream)
    this.#parts.metrics.streams.inc()
    const facts = session.facts('stream')
    const takeOut = facts && connections?.opened(facts)
    const gone = new AbortController()
    void this.#run(payload, session, stream, gone.signal)
    response.once('close', () => {
      this.#streams.delete(stream)
      this.#parts.metrics.streams.dec()
      if (userId !== undefined) users.leave(userId)
      takeOut?.()
      session.close()
      gone.abort()
    })
    return true
  }

  /** Takes no more and cuts those there are, in groups: clients come back elsewhere, with `after`. Safe to call twice. */
  async close(): Promise<void> {
    this.#isClosing = true
    clearInterval(this.#beats)
    await inGroups(this.#streams, this.#parts.limits.drainMs, (stream) => stream.cut())
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
      const context = () => session.context()
      await prepared.live.admit?.(variables, context())
      if (gone.aborted) return
      const engine = prepared.live.isState ? states : hub
      const subscription = engine.subscribe(prepared, variables, context, stream, graph)
      gone.addEventListener('abort', () => subscription.stop())
    } catch (cause) {
      stream.error(toErrors(cause, logger))
    }
  }
}

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
