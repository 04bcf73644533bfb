import { warnOccasionally, type Logger } from '../../platform/telemetry/index.ts'
import type { Bell } from './bell.ts'
import { deliverSome, type Delivery, type DeliverOptions, type DeliverySource } from './deliver.ts'
import { Hands } from './hands.ts'
import type { WebhookMetrics } from './metrics.ts'

/** What is due, and where deliveries come from. Any number of workers may share it. */
export interface WebhookWork<D extends Delivery> extends DeliverySource<D> {
  wake(conversationIds?: readonly string[]): Promise<number>
  due(limit: number): Promise<{ id: string; url: string }[]>
  nextDue(): Promise<number | undefined>
  take(id: string, leaseMs: number): Promise<boolean>
  release(id: string): Promise<void>
  putOff(ids: readonly string[], ms: number): Promise<void>
}

export interface RoundParts<D extends Delivery> {
  work: WebhookWork<D>
  deliver: DeliverOptions
  bell: Bell
  logger: Logger
  metrics: WebhookMetrics
  /** `stopping`: nothing new is begun; `givenUp`: what is under way was cut off. */
  ends: { stopping: AbortSignal; givenUp: AbortSignal }
}

/** Webhooks in hand at once, and of those for one endpoint: one that is slow keeps no other waiting. */
const most = { inHand: 64, perEndpoint: 8 }
/** How long a webhook whose endpoint has its share is passed over. */
const PUT_OFF_MS = 1_000

/** Takes webhooks in hand that are due, and delivers to them side by side. */
export class Rounds<D extends Delivery> {
  readonly #parts: RoundParts<D>
  readonly #hands = new Hands(most)
  readonly #warn: ReturnType<typeof warnOccasionally>

  constructor(parts: RoundParts<D>) {
    this.#parts = parts
    this.#warn = warnOccasionally(parts.logger)
  }

  /** Takes as much in hand as fits. True where there may be more at once. */
  async look(): Promise<boolean> {
    const { work, metrics } = this.#parts
    const { free } = this.#hands
    if (free === 0) return false
    const due = (await work.due(free * 2)).filter(({ id }) => !this.#hands.has(id))
    const waiting = due.filter(({ id, url }) => !this.#hands.begin(id, new URL(url).origin, () => this.#serve(id)))
    metrics.inHand.set(this.#hands.size)
    await work.putOff(
      waiting.map(({ id }) => id),
      PUT_OFF_MS,
    )
    return due.length >= free * 2
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#hands.idle()
  }

  async #serve(id: string): Promise<void> {
    const { work, deliver, ends, metrics, bell } = this.#parts
    try {
      if (!(await work.take(id, deliver.leaseMs))) return
      await deliverSome(work, id, deliver, ends).finally(() => work.release(id))
    } catch (error) {
      this.#warn({ error }, 'a webhook could not be served; trying again')
    } finally {
      metrics.inHand.set(this.#hands.size - 1)
      bell.ring()
    }
  }
}
