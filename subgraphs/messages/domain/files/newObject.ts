import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../../../platform/database/index.ts'
import { insertDoomed } from '../../store/files/doomedObjects.ts'

/** An upload that has not ended by then has died; its objects are removed. The door lets none go on for longer than an hour. */
const ABANDONED_MS = 2 * 60 * 60 * 1000

/** The key of an object that is to be written. It is known as doomed before the first byte: so the object is used or removed. */
export async function newObject(database: Database): Promise<string> {
  const key = uuidv7()
  await insertDoomed(database, [{ key, dueAt: Date.now() + ABANDONED_MS }])
  return key
}
