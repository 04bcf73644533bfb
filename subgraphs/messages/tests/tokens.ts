import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { Unauthenticated } from '../../../platform/errors.ts'
import type { TokenVerifier } from '../../../platform/identity/tokens.ts'

/** Real tokens of a key of their own: signed, with an end, and verified as such. */
export async function createTestTokens() {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const kid = (await exportJWK(publicKey)).x!
  const verifier: TokenVerifier = {
    async verify(token) {
      const { payload } = await jwtVerify(token, publicKey).catch(() => {
        throw new Unauthenticated('The access token is not valid.')
      })
      return { userId: payload.sub!, sessionId: payload.jti!, isGuest: false, expiresAt: payload.exp! * 1_000 }
    },
  }
  const authorizationOf = async (userId: string) => {
    const claims = new SignJWT({}).setSubject(userId).setJti(userId).setExpirationTime('1h')
    return `Bearer ${await claims.setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey)}`
  }
  return { verifier, authorizationOf }
}
