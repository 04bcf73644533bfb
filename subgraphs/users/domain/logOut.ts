import type { Identity } from '../../../platform/identity/index.ts'
import { revokeSession } from '../store/sessions.ts'
import type { Accounts } from './accounts.ts'

/** Ends the viewer's session: from now on neither its refresh token nor an access token of it works, anywhere. */
export async function logOut({ database, endings, now }: Accounts, { sessionId }: Identity): Promise<string> {
  await revokeSession(database, sessionId, now())
  await endings.announce([sessionId])
  return sessionId
}
