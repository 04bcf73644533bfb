import { generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { Unauthenticated } from '../../../platform/errors.ts'
import type { TokenVerifier } from '../../../platform/identity/tokens.ts'

/** Real tokens, signed with a key of this suite's own. */
export async function tokens() {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA')
  const issue = (userId: string) =>
    new SignJWT({ sid: userId })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject(userId)
      .setExpirationTime('1h')
      .sign(privateKey)
  const verifier: TokenVerifier = {
    async verify(token) {
      const { payload } = await jwtVerify(token, publicKey).catch((cause) => {
        throw new Unauthenticated('The access token is wrong or expired.', { cause })
      })
      return { userId: payload.sub!, sessionId: payload.sub!, isGuest: false, expiresAt: payload.exp! * 1_000 }
    },
  }
  return { issue, verifier }
}
