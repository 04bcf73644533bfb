import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { tables, type Queries } from '../../../../platform/database/index.ts'
import type { WebhookRow } from './webhooks.ts'

const { members, timelines, webhooks } = tables

const isFree = (now: number) => or(isNull(webhooks.leaseUntil), lte(webhooks.leaseUntil, now))

/** Webhooks that are due and in nobody's hand, those first that wait longest. */
export async function findDue(queries: Queries, now: number, limit: number): Promise<{ id: string; url: string }[]> {
  return queries
    .select({ id: webhooks.id, url: webhooks.url })
    .from(webhooks)
    .where(and(eq(webhooks.state, 'ACTIVE'), lte(webhooks.nextAt, now), isFree(now)))
    .orderBy(asc(webhooks.nextAt), asc(webhooks.id))
    .limit(limit)
}

/** Takes a webhook in hand until `until`; false where another worker was first. */
export async function lease(
  queries: Queries,
  id: string,
  worker: string,
  now: number,
  until: number,
): Promise<boolean> {
  const [{ affectedRows }] = await queries
    .update(webhooks)
    .set({ leaseOwner: worker, leaseUntil: until })
    .where(and(eq(webhooks.id, id), eq(webhooks.state, 'ACTIVE'), lte(webhooks.nextAt, now), isFree(now)))
  return affectedRows === 1
}

/** A webhook that this worker still has in hand, and whether its owner is a member. Undefined: it was paused, deleted, or taken over. */
export async function readLeased(
  queries: Queries,
  id: string,
  worker: string,
): Promise<(WebhookRow & { ownerIsMember: boolean }) | undefined> {
  const [row] = await queries
    .select({ webhook: webhooks, state: members.state })
    .from(webhooks)
    .leftJoin(members, and(eq(members.conversationId, webhooks.conversationId), eq(members.userId, webhooks.ownerId)))
    .where(and(eq(webhooks.id, id), eq(webhooks.leaseOwner, worker), eq(webhooks.state, 'ACTIVE')))
  return row && { ...row.webhook, ownerIsMember: row.state === 'ACTIVE' }
}

export interface Held {
  id: string
  worker: string
  /** As it was when it was read: a replay since then is not overwritten. */
  generation: number
}

/** Changes a webhook that is still in hand and was not replayed; false where it is not. */
export async function updateHeld(queries: Queries, held: Held, changes: Partial<WebhookRow>): Promise<boolean> {
  const [{ affectedRows }] = await queries.update(webhooks).set(changes).where(isHeld(held))
  return affectedRows === 1
}

const isHeld = ({ id, worker, generation }: Held) =>
  and(eq(webhooks.id, id), eq(webhooks.leaseOwner, worker), eq(webhooks.generation, generation))

/** Lets go of a webhook, whatever became of it. */
export async function release(queries: Queries, id: string, worker: string): Promise<void> {
  await queries
    .update(webhooks)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(and(eq(webhooks.id, id), eq(webhooks.leaseOwner, worker)))
}

/** Puts off webhooks that are due. */
export async function putOff(queries: Queries, ids: readonly string[], now: number, until: number): Promise<void> {
  if (ids.length === 0) return
  await queries
    .update(webhooks)
    .set({ nextAt: until })
    .where(and(inArray(webhooks.id, [...ids]), lte(webhooks.nextAt, now)))
}

/** Webhooks that rest although something has happened: those of these conversations, that of this id, or any. */
export async function findLagging(
  queries: Queries,
  limit: number,
  { conversationIds, id }: { conversationIds?: readonly string[]; id?: string } = {},
): Promise<string[]> {
  const rows = await queries
    .select({ id: webhooks.id })
    .from(webhooks)
    .innerJoin(timelines, eq(timelines.conversationId, webhooks.conversationId))
    .where(
      and(
        eq(webhooks.state, 'ACTIVE'),
        isNull(webhooks.nextAt),
        gt(timelines.rev, webhooks.rev),
        conversationIds && inArray(webhooks.conversationId, [...conversationIds]),
        id === undefined ? undefined : eq(webhooks.id, id),
      ),
    )
    .limit(limit)
  return rows.map((row) => row.id)
}

/** Makes webhooks that rest due. */
export async function makeDue(queries: Queries, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return
  await queries
    .update(webhooks)
    .set({ nextAt: now })
    .where(and(inArray(webhooks.id, [...ids]), isNull(webhooks.nextAt)))
}

/** When the next webhook is due; undefined where none is. */
export async function nextDue(queries: Queries, after: number): Promise<number | undefined> {
  const [row] = await queries
    .select({ at: webhooks.nextAt })
    .from(webhooks)
    .where(and(eq(webhooks.state, 'ACTIVE'), gt(webhooks.nextAt, after)))
    .orderBy(asc(webhooks.nextAt))
    .limit(1)
  return row?.at ?? undefined
}
