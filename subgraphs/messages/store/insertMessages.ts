import { tables, type Transaction } from '../../../platform/database/index.ts'

/** Writes numbered messages of any number of conversations. `tx` holds the locks on their timelines. */
export async function insertMessages(tx: Transaction, rows: (typeof tables.messages.$inferInsert)[]): Promise<void> {
  await tx.insert(tables.messages).values(rows)
}
