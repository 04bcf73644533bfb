import { NotFound } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/index.ts'
import { knownId } from '../../../platform/input/index.ts'
import { ownsSession, revokeSession } from '../store/sessions.ts'
import type { Accounts } from './accounts.ts'

/**
 * Ends one of the viewer's sessions, on every device and router at once. One that has ended stays as it is.
 * @throws NotFound  no session of the viewer's, or deleted since it expired
 */
export async function endSession(
  { database, endings, now }: Accounts,
  { userId }: Identity,
  given: string,
): Promise<string> {
  const id = knownId(given)
  if (id === undefined || !(await ownsSession(database, userId, id))) {
    throw new NotFound('You have no such session.')
  }
  await revokeSession(database, id, now())
  await endings.announce([id])
  return id
}
