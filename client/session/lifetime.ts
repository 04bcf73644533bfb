import type { StoredSession } from './storedSession.ts'

/**
 * How long the access token is good from when it came, in milliseconds. It says itself when it was made, which, as when it ends, is
 * by the server's clock; where it does not, this device's clock has to do.
 */
export const lifetimeMs = ({ accessToken, accessTokenExpiresAt, receivedAt }: StoredSession): number =>
  Date.parse(accessTokenExpiresAt) - (madeAt(accessToken) ?? receivedAt)

/** The `iat` of a JWT, in milliseconds since 1970. */
function madeAt(token: string): number | undefined {
  try {
    const claims = atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
    const iat: unknown = JSON.parse(claims)?.iat
    return typeof iat === 'number' ? iat * 1000 : undefined
  } catch {
    return undefined
  }
}
