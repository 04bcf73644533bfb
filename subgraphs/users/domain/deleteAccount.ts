import { Unauthenticated } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/index.ts'
import { endApiKeysOf } from '../store/apiKeys.ts'
import { forgetBots } from '../store/bots.ts'
import { deleteBlocksOf } from '../store/blocks.ts'
import { forgetNotificationsOf } from '../store/notifications/forget.ts'
import { forgetPlaces, revokeSessions } from '../store/sessions.ts'
import { findOwnAccount, forgetUser } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { ownAccount, requirePassword } from './ownAccount.ts'
import type { Client } from './sessions.ts'

/**
 * Takes the account away: name, handle, password, picture, status, devices, addresses, blocks, notifications, API keys and
 * bots are gone, and every session ends at once. What the user wrote stays, as from a deleted user. The handle is free again.
 * They and their bots leave their groups soon after: `departures`.
 * @throws InvalidCredentials  the password is wrong; a guest needs none
 * @throws RateLimited, Overloaded
 */
export async function deleteAccount(
  accounts: Accounts,
  viewer: Identity,
  password: string | null | undefined,
  client: Client,
): Promise<string> {
  const { database, departures, endings, now } = accounts
  const account = await ownAccount(accounts, viewer)
  if (account.passwordHash !== null) await requirePassword(accounts, account, password ?? '', client)

  const { userId } = viewer
  const ended = await database.transaction(async (tx) => {
    // A guest who registered in this moment has a password now, and was not asked for it.
    const current = await findOwnAccount(tx, userId)
    if (current?.passwordHash !== account.passwordHash) throw new Unauthenticated('The account has changed. Try again.')
    await forgetUser(tx, userId, now())
    const sessions = await revokeSessions(tx, userId, { now: now() })
    await forgetPlaces(tx, userId)
    await deleteBlocksOf(tx, userId)
    await forgetNotificationsOf(tx, userId)
    const bots = await forgetBots(tx, userId, now())
    return [...sessions, ...bots, ...(await endApiKeysOf(tx, userId, now()))]
  })
  await endings.announce(ended)
  departures.begin()
  return userId
}
