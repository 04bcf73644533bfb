import type { Agent } from 'undici'
import { mayBePublic, publicLookup } from '../../platform/network/publicAddress.ts'

/** What an endpoint answered, or why there is no answer. */
export interface Answer {
  status: number | null
  /** Milliseconds from the request to the end of what was read of the answer. */
  latencyMs: number
  /** Null: a 2xx. Else what went wrong, for the owner of the endpoint: a status, or a code like ECONNREFUSED. */
  error: string | null
  /** How long the endpoint asks to be left alone. */
  retryAfterMs?: number
}

export interface Poster {
  post(url: string, headers: Record<string, string>, body: string): Promise<Answer>
  close(): Promise<void>
}

/** Of an answer's body; what is longer is not read. */
const MAX_ANSWER_BYTES = 64 * 1_024
const MAX_RETRY_AFTER_MS = 60 * 60_000

/** `endpoints`: `public` connects to https on the internet only, whatever a name leads to at that moment. */
export function createPoster({ timeoutMs, endpoints }: { timeoutMs: number; endpoints: 'public' | 'any' }): Poster {
  const lookup = endpoints === 'public' ? { lookup: publicLookup } : {}
  // What posts is loaded with the first call.
  let opened: Promise<Agent> | undefined
  const open = async () => {
    const { Agent } = await import('undici')
    return new Agent({
      connect: { timeout: timeoutMs, ...lookup },
      connections: 8,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      keepAliveTimeout: 30_000,
    })
  }
  async function request(url: URL, headers: Record<string, string>, body: string): Promise<Omit<Answer, 'latencyMs'>> {
    if (endpoints === 'public' && (url.protocol !== 'https:' || !mayBePublic(url))) {
      return { status: null, error: 'PRIVATE_ADDRESS' }
    }
    const agent = await (opened ??= open())
    const answer = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(timeoutMs),
    })
    const { statusCode: status } = answer
    await discard(answer.body)
    const wait = retryAfterOf(answer.headers['retry-after'])
    const isTaken = status >= 200 && status < 300
    return { status, error: isTaken ? null : `HTTP ${status}`, ...(wait === undefined ? {} : { retryAfterMs: wait }) }
  }
  return {
    async post(url, headers, body) {
      const start = performance.now()
      const answer = await request(new URL(url), headers, body).catch((error: unknown) => ({
        status: null,
        error: reasonOf(error),
      }))
      return { ...answer, latencyMs: Math.round(performance.now() - start) }
    },
    close: async () => (await opened)?.destroy(),
  }
}

/** Read so that the connection can be used again, where it is short. */
async function discard(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<void> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER_BYTES) return void body.destroy()
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function retryAfterOf(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string') return undefined
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now()
  return ms > 0 ? Math.min(ms, MAX_RETRY_AFTER_MS) : undefined
}

/** Codes only: a message may name what is inside. */
function reasonOf(error: unknown): string {
  for (
    let at = error as { name?: string; code?: unknown; cause?: unknown } | undefined;
    at;
    at = at.cause as typeof at
  ) {
    if (at.name === 'TimeoutError') return 'TIMEOUT'
    if (typeof at.code === 'string') return at.code === 'UND_ERR_CONNECT_TIMEOUT' ? 'TIMEOUT' : at.code.slice(0, 100)
  }
  return 'FAILED'
}
