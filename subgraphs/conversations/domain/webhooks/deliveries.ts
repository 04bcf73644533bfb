import type { Database } from '../../../../platform/database/index.ts'
import { insertAttempt } from '../../store/webhooks/attempts.ts'
import * as store from '../../store/webhooks/deliveries.ts'
import type { WebhookRow } from '../../store/webhooks/webhooks.ts'
import { nextDelivery, type Delivery } from './nextDelivery.ts'

export type { Delivery }

/** What became of a try. */
export interface Attempt {
  at: number
  /** Null: there was no answer. */
  status: number | null
  latencyMs: number
  /** Null: it was delivered. */
  error: string | null
}

/** What follows a failure: another try, or a pause until somebody resumes it. */
export type AfterFailure = { retryAt: number } | { pause: true }

/** How a worker brings the events of conversations to webhooks. Any number of workers may do so at once. */
export interface WebhookDeliveries {
  /** Webhooks of these conversations have something to deliver; without them: look at all. Resolves with how many had. */
  wake(conversationIds?: readonly string[]): Promise<number>
  /** Due and in nobody's hand, at most `limit`, those first that wait longest. */
  due(limit: number): Promise<{ id: string; url: string }[]>
  /** When the next one is due that is not yet; undefined where none is. */
  nextDue(): Promise<number | undefined>
  /** Takes a webhook in hand for `leaseMs`; false where another worker was first. */
  take(id: string, leaseMs: number): Promise<boolean>
  /**
   * The next event for a webhook in hand, read from the change log now. Undefined where there is none, and where the webhook is not
   * in hand any more. A webhook whose owner is no member any more is paused instead (I6).
   */
  next(id: string, leaseMs: number): Promise<Delivery | undefined>
  /** Moves the cursor over a delivered event. False: it was replayed, paused or taken over meanwhile. */
  delivered(delivery: Delivery, attempt: Attempt, leaseMs: number): Promise<boolean>
  failed(delivery: Delivery, attempt: Attempt, after: AfterFailure): Promise<void>
  /** Lets go of a webhook. */
  release(id: string): Promise<void>
  /** Puts off webhooks that are due, because their endpoint has its share already. */
  putOff(ids: readonly string[], ms: number): Promise<void>
}

const MOST_WOKEN = 500

export function createWebhookDeliveries(
  { database, worker }: { database: Database; worker: string },
  now: () => number = Date.now,
): WebhookDeliveries {
  async function wake(which: { conversationIds?: readonly string[]; id?: string }): Promise<number> {
    const ids = await store.findLagging(database, MOST_WOKEN, which)
    await store.makeDue(database, ids, now())
    return ids.length
  }

  /** Moves on in one transaction with what was tried. */
  async function record(delivery: Delivery, attempt: Attempt, changes: Partial<WebhookRow>): Promise<boolean> {
    const { webhookId, conversationId, rev, eventType, deliveryId, generation } = delivery
    return database.transaction(async (tx) => {
      const row = await store.readLeased(tx, webhookId, worker)
      if (!row) return false
      const number = row.attempts + 1
      const isHeld = await store.updateHeld(tx, { id: webhookId, worker, generation }, { ...changes, attempts: number })
      if (isHeld) await insertAttempt(tx, { webhookId, conversationId, number, rev, eventType, deliveryId, ...attempt })
      return isHeld
    })
  }

  return {
    wake: (conversationIds) => wake(conversationIds ? { conversationIds } : {}),
    due: (limit) => store.findDue(database, now(), limit),
    nextDue: () => store.nextDue(database, now()),
    take: (id, leaseMs) => store.lease(database, id, worker, now(), now() + leaseMs),
    release: (id) => store.release(database, id, worker),
    putOff: (ids, ms) => store.putOff(database, ids, now(), now() + ms),
    async next(id, leaseMs) {
      const found = await nextDelivery({ database, worker, now, leaseMs }, id)
      // What came after the look at the log makes it due again.
      if (found === 'rests') await wake({ id })
      return found === 'rests' ? undefined : found
    },
    delivered: (delivery, attempt, leaseMs) =>
      record(delivery, attempt, { rev: delivery.rev, failures: 0, nextAt: now(), leaseUntil: now() + leaseMs }),
    async failed(delivery, attempt, after) {
      const failures = delivery.failures + 1
      const then = 'pause' in after ? { state: 'FAILING' as const, nextAt: null } : { nextAt: after.retryAt }
      await record(delivery, attempt, { failures, ...then, leaseOwner: null, leaseUntil: null })
    },
  }
}
