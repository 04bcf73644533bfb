import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../../../platform/database/index.ts'
import { readBlocksAmong } from '../../store/blocks.ts'
import { lockHeads, makeHeads, moveHeads } from '../../store/notifications/heads.ts'
import { findBySubjects, insertNotifications } from '../../store/notifications/notifications.ts'
import type { NotificationRow } from '../../store/notifications/notifications.ts'
import { insertPushes } from '../../store/notifications/pushQueue.ts'
import { findDestinations } from '../../store/notifications/pushSubscriptions.ts'
import { findRecipients } from '../../store/notifications/settings.ts'
import { decide } from './decide.ts'
import type { Decision, Occasion } from './decide.ts'
import { receivedEvent } from './events.ts'
import type { NotificationParts } from './parts.ts'
import { settingsOf } from './settings.ts'
import type { Settings } from './settings.ts'

/** Who is at a device now. Users whose state is not known count as away. */
export interface Presence {
  online(userIds: readonly string[]): Promise<ReadonlySet<string>>
}

export interface NotifyParts extends NotificationParts {
  presence?: Presence
}

/** Occasions in one transaction. */
export const MAX_OCCASIONS = 500
/** Rows in one statement: SQLite takes 32,766 values. */
const MAX_ROWS = 1_000

interface Wanted {
  occasion: Occasion
  decision: Decision
  settings: Settings
}

/**
 * Notifies users, each by their own rules and once of each subject: occasions that come again make no second notification.
 * Nobody is told of somebody whom they block, or who blocks them. The number of statements is the same for one occasion and
 * for MAX_OCCASIONS. Resolves once what is told is committed.
 */
export async function notify(parts: NotifyParts, occasions: readonly Occasion[]): Promise<void> {
  const { database, presence, now, tell } = parts
  const wanted = await wantedOf(parts, occasions)
  if (wanted.length === 0) return
  const pushed = await pushedOf(wanted, presence)
  await makeHeads(
    database,
    wanted.map(({ occasion }) => occasion.userId),
  )
  const rows = await database.transaction(async (tx) => {
    const rows = await keep(tx, wanted, now())
    await queuePushes(tx, rows.fresh, pushed, now())
    return rows
  })
  // What had been kept before was perhaps not told: its worker may have died in between.
  await tell([...rows.known, ...rows.fresh].map(receivedEvent))
}

async function wantedOf({ database, now }: NotifyParts, occasions: readonly Occasion[]): Promise<Wanted[]> {
  if (occasions.length === 0) return []
  const userIds = [...new Set(occasions.map(({ userId }) => userId))]
  const actorIds = [...new Set(occasions.map(({ actorId }) => actorId))]
  const recipients = await findRecipients(database, userIds)
  const blocks = await readBlocksAmong(database, actorIds, userIds)
  const apart = new Set(blocks.flatMap(({ userId, blockedId }) => [`${userId} ${blockedId}`, `${blockedId} ${userId}`]))
  return occasions.flatMap((occasion) => {
    const row = recipients.get(occasion.userId)
    if (row === undefined || apart.has(`${occasion.userId} ${occasion.actorId}`)) return []
    const settings = settingsOf(row)
    const decision = decide(occasion, settings, now())
    return decision ? [{ occasion, decision, settings }] : []
  })
}

/** Whose devices are pushed. While nobody knows who is online, all are: rather told twice than not at all. */
async function pushedOf(
  wanted: readonly Wanted[],
  presence: Presence | undefined,
): Promise<(row: NotificationRow) => boolean> {
  const offlineOnly = new Set(wanted.filter(({ settings }) => settings.offlineOnly).map((one) => one.occasion.userId))
  const online =
    presence && offlineOnly.size > 0 ? await presence.online([...offlineOnly]).catch(() => new Set()) : new Set()
  return ({ userId, silent }) => !silent && !(offlineOnly.has(userId) && online.has(userId))
}

/** The rows of what is told now, and of what had been told already. */
async function keep(tx: Transaction, wanted: readonly Wanted[], now: number) {
  const userIds = wanted.map(({ occasion }) => occasion.userId)
  const subjects = [...new Set(wanted.map(({ occasion }) => occasion.subject))]
  const heads = await lockHeads(tx, userIds)
  const keyOf = ({ userId, subject }: { userId: string; subject: string }) => `${userId} ${subject}`
  const keys = new Set(wanted.map(({ occasion }) => keyOf(occasion)))
  const found = await findBySubjects(tx, [...heads.keys()], subjects)
  const known = found.filter((row) => keys.has(keyOf(row)))
  const taken = new Set(known.map(keyOf))
  const fresh: NotificationRow[] = []
  for (const { occasion, decision } of wanted) {
    if (taken.has(keyOf(occasion))) continue
    taken.add(keyOf(occasion))
    const head = heads.get(occasion.userId)!
    fresh.push(rowOf(occasion, decision, { rev: (head.rev += 1), unread: (head.unread += 1) }, now))
  }
  await insertNotifications(tx, fresh)
  const byUser = Map.groupBy(fresh, ({ userId }) => userId)
  await moveHeads(
    tx,
    [...byUser].map(([userId, { length }]) => ({ userId, rev: length, unread: length })),
  )
  return { known, fresh }
}

function rowOf(
  { userId, subject, conversationId, message, actorId }: Occasion,
  decision: Decision,
  place: { rev: number; unread: number },
  createdAt: number,
): NotificationRow {
  const about = { subject, conversationId, messageId: message?.id ?? null, messageSeq: message?.seq ?? null, actorId }
  return { id: uuid(), userId, ...decision, ...about, ...place, createdAt, readAt: null }
}

async function queuePushes(
  tx: Transaction,
  rows: readonly NotificationRow[],
  isPushed: (row: NotificationRow) => boolean,
  now: number,
): Promise<void> {
  const pushed = rows.filter(isPushed)
  if (pushed.length === 0) return
  const userIds = [...new Set(pushed.map(({ userId }) => userId))]
  const destinations = Map.groupBy(await findDestinations(tx, userIds, now), ({ userId }) => userId)
  const pushes = pushed.flatMap((row) =>
    (destinations.get(row.userId) ?? []).map(({ id: subscriptionId }) => ({
      ...{ id: uuid(), userId: row.userId, subscriptionId, notificationId: row.id },
      ...{ attempts: 0, dueAt: now, createdAt: now },
    })),
  )
  for (let at = 0; at < pushes.length; at += MAX_ROWS) await insertPushes(tx, pushes.slice(at, at + MAX_ROWS))
}
