import { Unauthenticated } from '../../../platform/errors.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { lockSession, revokeSession, rotateSession } from '../store/sessions.ts'
import { findUser } from '../store/users.ts'
import type { UserRecord } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { hashOf, isGenuine, readToken, successorOf } from './refreshTokens.ts'
import type { RefreshToken } from './refreshTokens.ts'
import { placed, signIn } from './sessions.ts'
import type { Client, SignedIn } from './sessions.ts'

/** How long an exchange may be repeated, for answers that were lost on their way: clients wait 15 s for one, and may lose the next too. */
const GRACE_MS = 60_000

interface Misuse {
  /** The session that it ended. */
  misused: string
}

interface Exchange {
  user: UserRecord
  session: { id: string; expiresAt: number }
  token: RefreshToken
}

/**
 * Exchanges a refresh token for the next one, and a new access token. Repeated within a minute it gives the same refresh
 * token again. Later, or for a token from further back, someone has a copy: the session ends (RFC 9700, 4.14.2).
 * @throws Unauthenticated  the token is made up, used before, or its session has expired or ended
 */
export async function refreshSession(accounts: Accounts, refreshToken: string, client: Client): Promise<SignedIn> {
  const given = readToken(refreshToken)
  // The refusal comes after the commit: an end of the session must last.
  const exchange = given && (await accounts.database.transaction((tx) => exchangeToken(accounts, tx, given, client)))
  if (exchange && 'misused' in exchange) await accounts.endings.announce([exchange.misused])
  if (!exchange || 'misused' in exchange)
    throw new Unauthenticated('The session has ended, or the refresh token is not valid. Sign in again.')
  return signIn(accounts, exchange.user, exchange.session, exchange.token.text)
}

async function exchangeToken(
  { now, refreshTtlMs }: Accounts,
  tx: Transaction,
  given: RefreshToken,
  client: Client,
): Promise<Exchange | Misuse | undefined> {
  const session = await lockSession(tx, given.sessionId)
  const time = now()
  if (!session || session.revokedAt !== null || session.expiresAt <= time) return undefined
  if (!isGenuine(given, session.secret)) return undefined

  const token = successorOf(given, session.secret)
  let { expiresAt } = session
  if (hashOf(given) === session.tokenHash) {
    expiresAt = time + refreshTtlMs
    await rotateSession(tx, session.id, { tokenHash: hashOf(token), rotatedAt: time, expiresAt, ...placed(client) })
  } else if (hashOf(token) !== session.tokenHash || time - session.rotatedAt > GRACE_MS) {
    await revokeSession(tx, session.id, time)
    return { misused: session.id }
  }
  const user = await findUser(tx, session.userId)
  return user && { user, session: { id: session.id, expiresAt }, token }
}
