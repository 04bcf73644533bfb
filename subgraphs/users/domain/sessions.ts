import { v7 as uuidv7 } from 'uuid'
import type { SessionRow } from '../store/sessions.ts'
import type { UserRecord } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { firstToken, hashOf, newSecret } from './refreshTokens.ts'

/** What a client keeps after signing in. Times are milliseconds since 1970. */
export interface SignedIn {
  user: UserRecord
  accessToken: string
  accessTokenExpiresAt: number
  refreshToken: string
  refreshTokenExpiresAt: number
}

/** Where a request comes from. */
export interface Client {
  address?: string | undefined
  /** The User-Agent header. */
  device?: string | undefined
}

/** As it is stored: whatever clients call themselves, one line of bounded length. */
export const placed = ({ address, device }: Client) => ({
  // An IPv4 address as a socket for both families names it (RFC 4291, 2.5.5.2).
  address: oneLine(address?.replace(/^::ffff:(?=\d+\.)/i, ''), 64),
  device: oneLine(device, 200),
})

const oneLine = (text: string | undefined, max: number): string | null =>
  text
    ?.replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, max)
    .toWellFormed() || null

/** A session as it is stored, and its first refresh token. */
export function newSession(
  { now, refreshTtlMs }: Accounts,
  userId: string,
  client: Client,
): { row: SessionRow; refreshToken: string } {
  const time = now()
  const [id, secret] = [uuidv7(), newSecret()]
  const token = firstToken(id, secret)
  const row = { id, userId, secret, tokenHash: hashOf(token), rotatedAt: time, createdAt: time, revokedAt: null }
  return { row: { ...row, ...placed(client), expiresAt: time + refreshTtlMs }, refreshToken: token.text }
}

/** The tokens of a session that is stored. */
export async function signIn(
  { issuer }: Accounts,
  user: UserRecord,
  session: { id: string; expiresAt: number },
  refreshToken: string,
): Promise<SignedIn> {
  const { token, expiresAt } = await issuer.issue({ userId: user.id, sessionId: session.id, isGuest: user.isGuest })
  return {
    user,
    accessToken: token,
    accessTokenExpiresAt: expiresAt,
    refreshToken,
    refreshTokenExpiresAt: session.expiresAt,
  }
}
