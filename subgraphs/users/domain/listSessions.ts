import type { Identity } from '../../../platform/identity/index.ts'
import { connectionOf, createCursor, requestedPage } from '../../../platform/pagination/index.ts'
import type { PageArguments } from '../../../platform/pagination/index.ts'
import { readSessions } from '../store/sessions.ts'
import type { Accounts } from './accounts.ts'

const cursor = createCursor(['string'])

/** The viewer's sessions that run, newest first. @throws InvalidInput  the page */
export async function listSessions({ database, now }: Accounts, { userId, sessionId }: Identity, args: PageArguments) {
  const page = requestedPage(args, cursor, { size: 20 })
  const rows = await readSessions(database, userId, page, now())
  const sessions = rows.map((row) => ({
    id: row.id,
    device: row.device,
    address: row.address,
    lastUsedAt: row.rotatedAt,
    createdAt: row.createdAt,
    current: row.id === sessionId,
  }))
  return connectionOf(sessions, page, cursor, ({ id }) => [id])
}
