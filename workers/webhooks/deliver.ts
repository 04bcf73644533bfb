import { waitAfter, type BackOff } from '../../platform/time/backOff.ts'
import type { Answer, Poster } from './post.ts'
import { signature } from './sign.ts'

/** An event for a webhook (subgraphs/conversations says what it is made of). */
export interface Delivery {
  webhookId: string
  deliveryId: string
  eventType: string
  url: string
  body: string
  secrets: readonly string[]
  failures: number
}

/** What became of a try. */
export interface Attempt {
  at: number
  status: number | null
  latencyMs: number
  error: string | null
}

/** Where deliveries come from and what became of them goes to. */
export interface DeliverySource<D extends Delivery> {
  next(id: string, leaseMs: number): Promise<D | undefined>
  delivered(delivery: D, attempt: Attempt, leaseMs: number): Promise<boolean>
  failed(delivery: D, attempt: Attempt, after: { retryAt: number } | { pause: true }): Promise<void>
}

export interface DeliverOptions {
  poster: Poster
  backOff: BackOff
  /** Failures in a row after which a webhook is paused. */
  pauseAfter: number
  leaseMs: number
  /** Events at a time: then others have their turn. */
  slice: number
  /** Told of each try. */
  onTried(answer: Answer): void
}

/**
 * Delivers what there is for one webhook in hand, at most a slice: in order, each before the next. Stops at a failure, and
 * when the worker stops (`stopping`: after the request under way; `givenUp`: that one was cut off).
 */
export async function deliverSome<D extends Delivery>(
  source: DeliverySource<D>,
  id: string,
  { poster, backOff, pauseAfter, leaseMs, slice, onTried }: DeliverOptions,
  { stopping, givenUp }: { stopping: AbortSignal; givenUp: AbortSignal },
): Promise<void> {
  for (let count = 0; count < slice && !stopping.aborted; count++) {
    const delivery = await source.next(id, leaseMs)
    if (!delivery) return
    const at = Date.now()
    const answer = await poster.post(delivery.url, headersOf(delivery, at), delivery.body)
    // Cut off by ourselves: it says nothing of the endpoint.
    if (answer.status === null && givenUp.aborted) return
    onTried(answer)
    const attempt = { at, status: answer.status, latencyMs: answer.latencyMs, error: answer.error }
    if (answer.error === null) {
      // Not kept: it was replayed, paused or deleted meanwhile. What is next, is read again.
      await source.delivered(delivery, attempt, leaseMs)
      continue
    }
    const failures = delivery.failures + 1
    // Gone: the endpoint asks for no more.
    const pause = failures >= pauseAfter || answer.status === 410
    const wait = Math.max(waitAfter(failures, backOff), answer.retryAfterMs ?? 0)
    return source.failed(delivery, attempt, pause ? { pause: true } : { retryAt: Math.ceil(Date.now() + wait) })
  }
}

const headersOf = ({ webhookId, deliveryId, eventType, body, secrets }: Delivery, now: number) => ({
  'content-type': 'application/json; charset=utf-8',
  'user-agent': 'Parley-Webhooks/1',
  'parley-webhook': webhookId,
  'parley-delivery': deliveryId,
  'parley-event': eventType,
  'parley-signature': signature(body, secrets, now),
})
