import type { Identity } from '../../../platform/identity/index.ts'
import { revokeSession } from '../store/sessions.ts'
import type { Accounts } from './accounts.ts'

/** Ends the viewer's session: its refresh token works no more. Access tokens that are out end by themselves. */
export async function logOut({ database, now }: Accounts, { sessionId }: Identity): Promise<string> {
  await revokeSession(database, sessionId, now())
  return sessionId
}
