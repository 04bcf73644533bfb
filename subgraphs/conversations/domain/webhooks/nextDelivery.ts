import type { Database } from '../../../../platform/database/index.ts'
import type { TopicEvent } from '../../../../platform/events/topicEvent.ts'
import {
  publicEvent,
  readAfter,
  withoutExpired,
  type LogEvent,
  type LogPage,
} from '../../../../platform/timeline/index.ts'
import { readLeased, updateHeld } from '../../store/webhooks/deliveries.ts'
import type { WebhookRow } from '../../store/webhooks/webhooks.ts'

/** An event for a webhook: what is to be posted, where, and signed with what. */
export interface Delivery {
  webhookId: string
  conversationId: string
  generation: number
  rev: number
  eventType: string
  /** The same for each try, another one after a replay: by it a receiver knows what it has already. */
  deliveryId: string
  url: string
  body: string
  /** The newest first; the one before it signs too until its time is over. */
  secrets: string[]
  /** Failures in a row before this try. */
  failures: number
}

/** Events read at a time while those that a webhook does not want are passed over. */
const PAGE = 200

interface Parts {
  database: Database
  worker: string
  now(): number
  leaseMs: number
}

/**
 * What a webhook in hand is to be told next. `rests`: nothing for now. Undefined: it is not in hand any more, or was paused,
 * since its owner is no member.
 */
export async function nextDelivery(parts: Parts, id: string): Promise<Delivery | 'rests' | undefined> {
  const { database, worker } = parts
  for (;;) {
    const before = await readLeased(database, id, worker)
    const log = before && (await readAfter(database, before.conversationId, before.rev, PAGE))
    if (!log) return undefined
    // The log before the membership: what is read was there while the owner was a member (I6).
    const row = await readLeased(database, id, worker)
    if (!row) return undefined
    if (row.generation !== before.generation) continue
    const held = { id, worker, generation: row.generation }
    if (!row.ownerIsMember) {
      await updateHeld(database, held, { state: 'PAUSED', pausedBecause: 'OWNER_LEFT', nextAt: null })
      return undefined
    }
    const event = wantedOf(row, log, parts.now())
    if (event) return deliveryOf(row, event, parts.now())
    // Nothing of this page is wanted.
    const leaseUntil = parts.now() + parts.leaseMs
    const passed = { rev: log.events.at(-1)?.rev ?? row.rev, leaseUntil, ...(log.more ? {} : { nextAt: null }) }
    if (!(await updateHeld(database, held, passed))) return undefined
    if (!log.more) return 'rests'
  }
}

/** The first event of a page that the webhook wants; where the log no longer reaches back, one that says so. */
function wantedOf(
  { rev, eventTypes, conversationId }: WebhookRow,
  { floorRev, events }: LogPage,
  now: number,
): LogEvent | undefined {
  if (rev < floorRev) {
    const conversation = { __typename: 'Conversation', id: conversationId } as const
    return { __typename: 'ResyncRequired', rev: floorRev, at: new Date(now).toISOString(), conversation }
  }
  const isWanted = ({ payload }: TopicEvent) => !eventTypes || eventTypes.includes(payload.__typename)
  const found = events.find(isWanted)
  return found && (withoutExpired(found.payload, now) as unknown as LogEvent)
}

function deliveryOf(row: WebhookRow, payload: LogEvent, now: number): Delivery {
  const { id: webhookId, conversationId, generation, url, failures } = row
  const deliveryId = `${webhookId}.${generation}.${payload.rev}`
  const former = row.formerSecret !== null && (row.formerSecretUntil ?? 0) > now ? [row.formerSecret] : []
  return {
    ...{ webhookId, conversationId, generation, url, failures, deliveryId },
    ...{ rev: payload.rev, eventType: payload.__typename, secrets: [row.secret, ...former] },
    body: JSON.stringify({ ...publicEvent(payload), webhookId, deliveryId }),
  }
}
