import type { Transaction } from '../../../platform/database/index.ts'
import { append, lockTimelines, type MessagePayload } from '../../../platform/timeline/index.ts'
import { readExpired, removeExpiries } from '../store/expiries.ts'
import type { MessageKey } from '../store/messageRow.ts'
import { readBySeqs } from '../store/readBySeqs.ts'
import type { Changes } from './changeTimeline.ts'
import { buryMessage } from './tombstone.ts'

/**
 * Turns messages whose time is over into tombstones, each with its MessageDeleted: one transaction for each conversation.
 * Resolves with how many were due. Two at once do no harm: the second finds them gone.
 */
export async function expireDue({ database, publisher }: Changes, limit: number): Promise<number> {
  const now = Date.now()
  const due = await readExpired(database, now, limit)
  for (const [conversationId, keys] of Map.groupBy(due, (key) => key.conversationId)) {
    publisher.publish(await database.transaction((tx) => expireThese(tx, conversationId, keys, now)))
  }
  return due.length
}

async function expireThese(tx: Transaction, conversationId: string, keys: readonly MessageKey[], now: number) {
  const head = (await lockTimelines(tx, [conversationId])).get(conversationId)
  const rows = await readBySeqs(tx, keys)
  const tombstones: MessagePayload[] = []
  for (const row of rows.sort((a, b) => a.seq - b.seq)) {
    if (!head || row.deletedAt !== null || row.expiresAt === null || row.expiresAt > now) continue
    const rev = head.rev + tombstones.length + 1
    tombstones.push(await buryMessage(tx, row, { at: row.expiresAt, by: null, rev }))
  }
  await removeExpiries(tx, keys)
  if (!head) return []
  const events = tombstones.map((message) => ({ payload: { __typename: 'MessageDeleted' as const, message } }))
  return append(tx, [{ head, events }], now)
}
