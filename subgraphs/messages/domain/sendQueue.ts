import { ParleyError, Unavailable } from '../../../platform/errors.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import { activeTrace, inTrace } from '../../../platform/telemetry/tracing/index.ts'
import type { MessagePayload } from '../../../platform/timeline/events.ts'
import type { Draft } from './draft.ts'
import type { SendMetrics } from './sendMetrics.ts'
import { tracedEvents } from './tracedEvents.ts'
import { WaitingDrafts, type WaitingLimits } from './waitingDrafts.ts'
import type { Written } from './writeDrafts.ts'

export interface SendQueueOptions {
  /** Writes drafts in one transaction; resolves after the commit. */
  write(drafts: readonly Draft[]): Promise<Written>
  /** Takes what was committed. Returns at once. */
  publish(events: readonly TopicEvent[]): void
  logger: Logger
  metrics?: SendMetrics
  /** Transactions at once: what the database can commit side by side. */
  lanes: number
  /** Drafts in one transaction at most. */
  batchSize: number
  waiting: WaitingLimits
}

interface WaitingSend {
  draft: Draft
  /** Where in a trace it was asked for. */
  traceparent: string | undefined
  resolve(message: MessagePayload): void
  reject(error: Error): void
}

/**
 * Where drafts wait to be written. Each of a few lanes takes all that wait for conversations in no other lane's hand and
 * writes them in one transaction. Nobody waits on purpose: an idle queue writes at once, and batches form by themselves
 * while transactions run. So the more is sent, the less each send costs.
 */
export class SendQueue {
  readonly #options: SendQueueOptions
  readonly #waiting: WaitingDrafts<WaitingSend>
  readonly #running = new Set<Promise<void>>()
  #scheduled = false
  #closed = false

  constructor(options: SendQueueOptions) {
    this.#options = options
    this.#waiting = new WaitingDrafts(options.waiting)
  }

  /** Drafts that wait: none of those being written. */
  get size(): number {
    return this.#waiting.size
  }

  /**
   * Resolves with the stored message, or with the first one when this is a retry (I2).
   * @throws Forbidden            the sender is not an active member, or there is no such conversation
   * @throws IdempotencyConflict  the clientMessageId was used for other content
   * @throws Overloaded           too many drafts wait
   * @throws Unavailable          it could not be stored, or it is not known whether it was: retrying is safe
   */
  enqueue(draft: Draft): Promise<MessagePayload> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new Unavailable('This process is stopping. Send again.')
      this.#waiting.add({ draft, traceparent: activeTrace(), resolve, reject })
      this.#schedule()
    })
  }

  /** Takes no more drafts, and resolves when those that wait have their outcome. */
  async close(): Promise<void> {
    this.#closed = true
    while (this.#scheduled || this.#running.size > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      await Promise.all(this.#running)
    }
  }

  /** After the input at hand: requests that arrived together share a transaction from the first one on. */
  #schedule(): void {
    if (this.#scheduled || this.#running.size >= this.#options.lanes) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#startLanes()
    })
  }

  #startLanes(): void {
    while (this.#running.size < this.#options.lanes) {
      const batch = this.#waiting.take(this.#options.batchSize)
      if (batch.length === 0) return
      this.#options.metrics?.taken(batch.length, this.#waiting.size)
      // A lane serves many sends: it is part of nobody's trace.
      const lane = inTrace(undefined, () => this.#writeAll(batch)).finally(() => {
        this.#waiting.release(batch)
        this.#running.delete(lane)
        this.#startLanes()
      })
      this.#running.add(lane)
    }
  }

  async #writeAll(batch: WaitingSend[]): Promise<void> {
    try {
      await this.#write(batch)
    } catch (error) {
      const conversations = Map.groupBy(batch, ({ draft }) => draft.conversationId)
      if (conversations.size === 1) return this.#fail(batch, error)
      // What broke the transaction may lie in one conversation: the others must not suffer for it.
      await Promise.all([...conversations.values()].map((part) => this.#write(part).catch((e) => this.#fail(part, e))))
    }
  }

  async #write(batch: WaitingSend[]): Promise<void> {
    const { outcomes, events } = await this.#options.write(batch.map(({ draft }) => draft))
    batch.forEach(({ resolve, reject }, place) => {
      const outcome = outcomes[place]!
      if ('message' in outcome) resolve(outcome.message)
      else reject(outcome.refusal)
    })
    // The senders first: their messages are safe. Publishing is the quick way, not the only one.
    if (events.length > 0) this.#options.publish(tracedEvents(events, batch, outcomes))
  }

  #fail(batch: WaitingSend[], cause: unknown): void {
    this.#options.metrics?.failed(batch.length)
    const retriable = cause instanceof ParleyError && cause.retriable
    if (!retriable) this.#options.logger.error({ err: cause, drafts: batch.length }, 'messages could not be stored')
    const error = retriable ? cause : new Unavailable('The message could not be stored. Send it again.', { cause })
    for (const { reject } of batch) reject(error)
  }
}
