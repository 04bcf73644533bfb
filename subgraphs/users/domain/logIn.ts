import { InvalidCredentials } from '../../../platform/errors.ts'
import { insertSession } from '../store/sessions.ts'
import { findCredentials, holdsPassword } from '../store/users.ts'
import type { Account } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { handleForm, passwordForm } from './input.ts'
import { newSession, signIn } from './sessions.ts'
import type { Client, SignedIn } from './sessions.ts'

/**
 * A new session of the account with this handle and password. For an unknown handle the work and the answer are those of a
 * wrong password, so that nobody learns which handles exist.
 * @param client  its address is for the limit of failures from one place
 * @throws InvalidCredentials
 * @throws RateLimited  too many failures for the handle or from the address
 * @throws Overloaded   too many passwords are being checked
 */
export async function logIn(
  accounts: Accounts,
  input: { handle: string; password: string },
  client: Client,
): Promise<SignedIn> {
  const handle = handleForm(input.handle)
  // Whatever no handle looks like is counted as one: made-up text must not fill the memory.
  const attempt = await accounts.attempts.begin(handle ?? 'malformed', client.address)
  const found = await check(accounts, handle, input.password).catch(async (error: unknown) => {
    await attempt.undecided()
    throw error
  })
  if (!found) throw wrong()

  const { row, refreshToken } = newSession(accounts, found.user.id, client)
  // Where the password was changed or the account deleted in this moment, no session comes after its others have ended.
  const isOwn = await accounts.database.transaction(async (tx) => {
    const holds = await holdsPassword(tx, found.user.id, found.passwordHash!)
    if (holds) await insertSession(tx, row)
    return holds
  })
  if (!isOwn) throw wrong()
  await attempt.succeeded()
  return signIn(accounts, found.user, row, refreshToken)
}

const wrong = () => new InvalidCredentials('The handle or the password is wrong.')

/** The account, if the password is its own. */
async function check(
  { database, passwords }: Accounts,
  handle: string | undefined,
  password: string,
): Promise<Account | undefined> {
  const found = handle === undefined ? undefined : await findCredentials(database, handle)
  const matches = await passwords.verify(found?.passwordHash ?? undefined, passwordForm(password))
  return matches ? found : undefined
}
