import { InvalidCredentials } from '../../../platform/errors.ts'
import { insertSession } from '../store/sessions.ts'
import { findCredentials } from '../store/users.ts'
import type { UserRecord } from '../store/users.ts'
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
  const user = await check(accounts, handle, input.password).catch(async (error: unknown) => {
    await attempt.undecided()
    throw error
  })
  if (!user) throw new InvalidCredentials('The handle or the password is wrong.')

  const { row, refreshToken } = newSession(accounts, user.id, client)
  await insertSession(accounts.database, row)
  await attempt.succeeded()
  return signIn(accounts, user, row, refreshToken)
}

/** The account, if the password is its own. */
async function check(
  { database, passwords }: Accounts,
  handle: string | undefined,
  password: string,
): Promise<UserRecord | undefined> {
  const found = handle === undefined ? undefined : await findCredentials(database, handle)
  const matches = await passwords.verify(found?.passwordHash ?? undefined, passwordForm(password))
  return matches ? found?.user : undefined
}
