import type { Agent } from 'undici'
import { mayBePublic, publicLookup } from '../../../platform/network/publicAddress.ts'
import type { Push } from '../desk.ts'
import { topicOf, type PushMessage } from './message.ts'

/** What became of a push message. `retryAfterMs`: as long as the push service asks for. */
export type Outcome =
  | { outcome: 'sent' }
  /** The browser will never take one again. */
  | { outcome: 'gone' }
  | { outcome: 'failed'; reason: string; retryAfterMs?: number }
  /** The push service wants neither this message nor the same once more. */
  | { outcome: 'refused'; reason: string }

export interface SenderOptions {
  vapidKeys(): Promise<{ publicKey: string; privateKey: string }>
  /** `mailto:…` or `https://…` */
  subject: string
  /** Push services inside, also without TLS. */
  privateEndpoints: boolean
  timeoutMs?: number
}

export interface Sender {
  /** @param lifeMs  how long the push service keeps it for a browser that is away */
  send(push: Push, message: PushMessage, lifeMs: number, signal: AbortSignal): Promise<Outcome>
  close(): Promise<void>
}

const TIMEOUT_MS = 10_000
/** Sockets to one push service. */
const CONNECTIONS = 8
/** Of an answer, more is not read. */
const MAX_ANSWER = 4_096

const urgent: readonly PushMessage['kind'][] = ['MENTION', 'REPLY', 'DIRECT_MESSAGE']

/**
 * Sends push messages (RFC 8030), encrypted for their browsers (RFC 8291) and signed (VAPID, RFC 8292). web-push makes the
 * request; it goes out here, where redirects are not followed, names that lead inside are refused, and answers have a bound.
 */
export function createSender({ vapidKeys, subject, privateEndpoints, timeoutMs = TIMEOUT_MS }: SenderOptions): Sender {
  const connect = privateEndpoints ? { timeout: timeoutMs } : { timeout: timeoutMs, lookup: publicLookup }
  // What sends is loaded with the first message.
  let opened: Promise<Agent> | undefined
  const open = async () => {
    const { Agent } = await import('undici')
    return new Agent({ connect, connections: CONNECTIONS, maxHeaderSize: MAX_ANSWER * 2 })
  }

  return {
    async send({ subscription }, message, lifeMs, signal) {
      const url = new URL(subscription.endpoint)
      if (!privateEndpoints && !(url.protocol === 'https:' && mayBePublic(url))) return { outcome: 'gone' }
      const { default: webPush } = await import('web-push')
      const { headers, body } = webPush.generateRequestDetails(subscription, JSON.stringify(message), {
        vapidDetails: { subject, ...(await vapidKeys()) },
        TTL: Math.max(0, Math.floor(lifeMs / 1_000)),
        urgency: urgent.includes(message.kind) ? 'high' : 'normal',
        topic: topicOf(message.conversationId),
        contentEncoding: 'aes128gcm',
      })
      try {
        const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
        const agent = await (opened ??= open())
        const answer = await agent.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method: 'POST',
          headers: asText(headers),
          body,
          signal: within,
        })
        await answer.body.dump({ limit: MAX_ANSWER }).catch(() => {})
        return outcomeOf(answer.statusCode, answer.headers['retry-after'])
      } catch (error) {
        const { code = '', name } = error as { code?: string; name: string }
        // Whoever named it gains nothing by trying again.
        if (code === 'PRIVATE_ADDRESS') return { outcome: 'gone' }
        return { outcome: 'failed', reason: String(code || name) }
      }
    },
    close: async () => (await opened)?.destroy(),
  }
}

const asText = (headers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

function outcomeOf(status: number, retryAfter: string | string[] | undefined): Outcome {
  if (status >= 200 && status < 300) return { outcome: 'sent' }
  if (status === 404 || status === 410) return { outcome: 'gone' }
  const reason = `status ${status}`
  if (status !== 429 && status < 500) return { outcome: 'refused', reason }
  const retryAfterMs = millisecondsOf(String(retryAfter ?? ''))
  return { outcome: 'failed', reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
}

/** `Retry-After` (RFC 9110, 10.2.3): seconds, or a date. */
function millisecondsOf(value: string): number | undefined {
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}
