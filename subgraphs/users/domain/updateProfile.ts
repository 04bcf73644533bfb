import { isDuplicate } from '../../../platform/database/index.ts'
import { Forbidden, HandleTaken } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/index.ts'
import { checkedText, httpsUrl } from '../../../platform/input/index.ts'
import { changeUser } from '../store/users.ts'
import type { UserRecord } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { checkedHandle, checkedName } from './input.ts'
import { ownAccount } from './ownAccount.ts'

/** What is left out stays; null takes it away, where it may be missing. */
export interface ProfileChanges {
  name?: string | null
  handle?: string | null
  avatarUrl?: string | null
  statusText?: string | null
}

const AVATAR_URL = 500
const STATUS = { min: 1, max: 140, trim: true }

/**
 * Changes how the viewer is shown; resolves with the account as it is then.
 * @throws InvalidInput  one of the values
 * @throws HandleTaken   someone has the handle, or got it in this moment
 * @throws Forbidden     a guest has no handle
 */
export async function updateProfile(accounts: Accounts, viewer: Identity, given: ProfileChanges): Promise<UserRecord> {
  const { user } = await ownAccount(accounts, viewer)
  const { handle } = given
  if (isGiven(handle) && user.isGuest) throw new Forbidden('A guest has no handle. Register first.')
  const changes = checkedProfile(given)
  if (Object.keys(changes).length > 0) {
    await changeUser(accounts.database, user.id, changes).catch((error: unknown) => {
      throw isDuplicate(error) ? new HandleTaken(`The handle "${handle}" is taken.`) : error
    })
  }
  return { ...user, ...changes }
}

/** The columns that change. @throws InvalidInput */
export const checkedProfile = ({ name, handle, avatarUrl, statusText }: ProfileChanges) => ({
  ...(isGiven(name) && { name: checkedName(name) }),
  ...(isGiven(handle) && { handle: checkedHandle(handle) }),
  ...(avatarUrl !== undefined && { avatarUrl: avatarUrl ? httpsUrl('avatarUrl', avatarUrl, AVATAR_URL) : null }),
  ...(statusText !== undefined && { statusText: statusText ? checkedText('statusText', statusText, STATUS) : null }),
})

const isGiven = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null
