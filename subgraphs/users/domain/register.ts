import { v7 as uuidv7 } from 'uuid'
import { Forbidden, HandleTaken, Unauthenticated } from '../../../platform/errors.ts'
import { isDuplicate } from '../../../platform/database/index.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import type { Viewer } from '../../../platform/identity/index.ts'
import { insertSession } from '../store/sessions.ts'
import { blankProfile, findUser, insertUser, upgradeGuest } from '../store/users.ts'
import type { Credentials, UserRecord } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { checkedHandle, checkedName, checkedPassword } from './input.ts'
import { newSession, signIn } from './sessions.ts'
import type { Client, SignedIn } from './sessions.ts'

/**
 * A new account with handle and password; a signed-in guest becomes it, and keeps id and all else.
 * @throws InvalidInput     the name, handle or password
 * @throws HandleTaken      someone has the handle, or got it in this moment
 * @throws Forbidden        the viewer is registered already
 * @throws Unauthenticated  the viewer's account is gone
 * @throws RateLimited      too many accounts from one address
 * @throws Overloaded       too many passwords are being hashed
 */
export async function register(
  accounts: Accounts,
  viewer: Viewer,
  input: { name: string; handle: string; password: string },
  client: Client,
): Promise<SignedIn> {
  const [name, handle] = [checkedName(input.name), checkedHandle(input.handle)]
  const password = checkedPassword(input.password)
  if (viewer.identity?.isGuest === false) throw alreadyRegistered()
  // A guest was counted when they came in.
  if (!viewer.identity) await accounts.signUps.begin(client.address)

  const credentials = { handle, passwordHash: await accounts.passwords.hash(password) }
  const id = viewer.identity?.userId ?? uuidv7()
  const fresh = { id, name, handle, isGuest: false, ownerId: null, ...blankProfile, createdAt: accounts.now() }
  const { row, refreshToken } = newSession(accounts, fresh.id, client)
  try {
    const user = await accounts.database.transaction(async (tx) => {
      const user = viewer.identity ? await upgrade(tx, fresh, credentials) : await create(tx, fresh, credentials)
      await insertSession(tx, row)
      return user
    })
    return await signIn(accounts, user, row, refreshToken)
  } catch (error) {
    throw isDuplicate(error) ? new HandleTaken(`The handle "${handle}" is taken.`) : error
  }
}

const alreadyRegistered = () => new Forbidden('This account is registered already. Log out first to make another one.')

async function create(tx: Transaction, user: UserRecord, { passwordHash }: Credentials): Promise<UserRecord> {
  await insertUser(tx, user, passwordHash)
  return user
}

async function upgrade(tx: Transaction, { id, name }: UserRecord, credentials: Credentials): Promise<UserRecord> {
  const upgraded = await upgradeGuest(tx, id, name, credentials)
  const user = await findUser(tx, id)
  if (!user) throw new Unauthenticated('The account of this access token is gone. Sign in again.')
  // The token may be older than the registration: the account decides.
  if (!upgraded) throw alreadyRegistered()
  return user
}
