import type { Identity } from '../../../platform/identity/index.ts'
import { revokeSessions } from '../store/sessions.ts'
import type { Accounts } from './accounts.ts'

/** Ends all of the viewer's sessions but the one that asks; resolves with their number. */
export async function endOtherSessions(
  { database, endings, now }: Accounts,
  { userId, sessionId }: Identity,
): Promise<number> {
  const ended = await database.transaction((tx) => revokeSessions(tx, userId, { except: sessionId, now: now() }))
  await endings.announce(ended)
  return ended.length
}
