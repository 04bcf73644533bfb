import { eq } from 'drizzle-orm'
import { type Database, tables } from '../../../../platform/database/index.ts'

const { fileKeys } = tables
const id = 'urls'

/** The secret that addresses of files are signed with; `made` where there is none yet. */
export async function ensureFileKey(database: Database, made: string): Promise<string> {
  const read = async () => (await database.select().from(fileKeys).where(eq(fileKeys.id, id)))[0]?.secret
  const found = await read()
  if (found !== undefined) return found
  // Whichever process comes first.
  await database.dialect.insertIgnore(database, fileKeys, { id, secret: made })
  return (await read())!
}
