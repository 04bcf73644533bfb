import { and, count, eq, inArray, notExists } from 'drizzle-orm'
import { type Queries, tables, type Transaction } from '../../../platform/database/index.ts'
import { ofMessages } from './messageKeys.ts'
import type { MessageKey } from './messageRow.ts'

const { hiddenMessages, pins } = tables

export type PinRow = typeof pins.$inferSelect

export async function insertPin(tx: Transaction, row: PinRow): Promise<void> {
  await tx.insert(pins).values(row)
}

export async function removePin(tx: Transaction, key: MessageKey): Promise<void> {
  await tx.delete(pins).where(ofMessages(pins, [key]))
}

/** The pins of these messages. */
export async function readPins(queries: Queries, keys: readonly MessageKey[]): Promise<PinRow[]> {
  return queries.select().from(pins).where(ofMessages(pins, keys))
}

export async function countPins(queries: Queries, conversationId: string): Promise<number> {
  const [row] = await queries.select({ count: count() }).from(pins).where(eq(pins.conversationId, conversationId))
  return row?.count ?? 0
}

/** All pins of these conversations, of which each has few, but those that the user has hidden. In no order. */
export async function readPinsOf(
  queries: Queries,
  userId: string,
  conversationIds: readonly string[],
): Promise<PinRow[]> {
  const hidden = queries
    .select({ seq: hiddenMessages.seq })
    .from(hiddenMessages)
    .where(
      and(
        eq(hiddenMessages.conversationId, pins.conversationId),
        eq(hiddenMessages.userId, userId),
        eq(hiddenMessages.seq, pins.seq),
      ),
    )
  return queries
    .select()
    .from(pins)
    .where(and(inArray(pins.conversationId, [...conversationIds]), notExists(hidden)))
}
