import { InvalidCredentials, Unauthenticated } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/index.ts'
import { findOwnAccount } from '../store/users.ts'
import type { Account } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { passwordForm } from './input.ts'
import type { Client } from './sessions.ts'

/** The viewer's account. @throws Unauthenticated  it is gone */
export async function ownAccount({ database }: Accounts, { userId }: Identity): Promise<Account> {
  const account = await findOwnAccount(database, userId)
  if (!account) throw new Unauthenticated('The account of this access token is gone. Sign in again.')
  return account
}

/**
 * Makes sure that it is the account's own user who asks, and not someone at their open device. Counted as log-ins are.
 * @throws InvalidCredentials  the password is wrong
 * @throws RateLimited         too many were wrong
 * @throws Overloaded          too many passwords are being checked
 */
export async function requirePassword(
  { attempts, passwords }: Accounts,
  { user, passwordHash }: Account,
  password: string,
  { address }: Client,
): Promise<void> {
  const attempt = await attempts.begin(user.handle ?? user.id, address)
  const matches = await passwords.verify(passwordHash ?? undefined, passwordForm(password)).catch(async (error) => {
    await attempt.undecided()
    throw error
  })
  if (!matches) throw new InvalidCredentials('The password is wrong.')
  await attempt.succeeded()
}
