import { v7 as uuidv7 } from 'uuid'
import { insertSession } from '../store/sessions.ts'
import { blankProfile, insertUser } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { checkedName } from './input.ts'
import { newSession, signIn } from './sessions.ts'
import type { Client, SignedIn } from './sessions.ts'

/**
 * A new account without handle and password. It can be registered later.
 * @throws InvalidInput  the name
 * @throws RateLimited   too many accounts from one address
 */
export async function continueAsGuest(accounts: Accounts, input: { name: string }, client: Client): Promise<SignedIn> {
  const name = checkedName(input.name)
  await accounts.signUps.begin(client.address)
  const user = {
    id: uuidv7(),
    name,
    handle: null,
    isGuest: true,
    ownerId: null,
    ...blankProfile,
    createdAt: accounts.now(),
  }
  const { row, refreshToken } = newSession(accounts, user.id, client)
  await accounts.database.transaction(async (tx) => {
    await insertUser(tx, user, null)
    await insertSession(tx, row)
  })
  return signIn(accounts, user, row, refreshToken)
}
