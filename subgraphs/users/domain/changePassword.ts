import { Forbidden, InvalidCredentials } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/index.ts'
import { revokeSessions } from '../store/sessions.ts'
import { changeUser, holdsPassword } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { checkedPassword } from './input.ts'
import { ownAccount, requirePassword } from './ownAccount.ts'
import type { Client } from './sessions.ts'

/**
 * Gives the account another password, and ends all sessions but the one that asks: whoever knew the old one is out.
 * Resolves with how many ended.
 * @throws Forbidden           a guest has no password
 * @throws InvalidCredentials  the current password is wrong, or was changed in this moment
 * @throws InvalidInput        the new password
 * @throws RateLimited, Overloaded
 */
export async function changePassword(
  accounts: Accounts,
  viewer: Identity,
  input: { currentPassword: string; newPassword: string },
  client: Client,
): Promise<number> {
  const { database, passwords, endings, now } = accounts
  const newPassword = checkedPassword(input.newPassword)
  const account = await ownAccount(accounts, viewer)
  const { passwordHash: current } = account
  if (current === null) throw new Forbidden('A guest has no password. Register first.')
  await requirePassword(accounts, account, input.currentPassword, client)

  const passwordHash = await passwords.hash(newPassword)
  const ended = await database.transaction(async (tx) => {
    if (!(await holdsPassword(tx, viewer.userId, current))) throw new InvalidCredentials('The password is wrong.')
    await changeUser(tx, viewer.userId, { passwordHash })
    return revokeSessions(tx, viewer.userId, { except: viewer.sessionId, now: now() })
  })
  await endings.announce(ended)
  return ended.length
}
