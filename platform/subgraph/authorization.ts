import { Unauthenticated } from '../errors.ts'
import { Viewer } from '../identity/viewer.ts'
import type { TokenVerifier } from '../identity/tokens.ts'

const BEARER = /^Bearer +([\w.~+/-]{1,4096}=*) *$/i

/**
 * Who sent this `Authorization` header (RFC 6750); nobody without one.
 * @throws Unauthenticated  the header is of another form, or its token is wrong or expired
 */
export async function viewerOf(authorization: string | undefined, verifier: TokenVerifier): Promise<Viewer> {
  if (authorization === undefined || authorization === '') return new Viewer(undefined)
  const token = BEARER.exec(authorization)?.[1]
  if (!token) throw new Unauthenticated('The authorization must have the form "Bearer <access token>".')
  const accessToken = verifier.exchange ? await verifier.exchange(token) : token
  return new Viewer(await verifier.verify(accessToken), `Bearer ${accessToken}`)
}
