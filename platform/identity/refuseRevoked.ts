import { Unauthenticated } from '../errors.ts'
import type { Revocations } from './revocations.ts'
import type { TokenVerifier } from './tokens.ts'
import type { Identity } from './viewer.ts'

/**
 * A verifier that refuses tokens of sessions that have ended. The store is asked once per token and process; later ends are
 * heard of, and it is asked again only where something may have been missed.
 */
export function refuseRevoked(verifier: TokenVerifier, revocations: Revocations): TokenVerifier {
  // By identity, of which a verifier gives the same one for the same token: the generation in which the store answered.
  const asked = new WeakMap<Identity, number>()
  return {
    async verify(token) {
      const identity = await verifier.verify(token)
      const { generation } = revocations
      if (asked.get(identity) !== generation && (await revocations.isRevoked(identity.sessionId)) !== undefined) {
        asked.set(identity, generation)
      }
      if (!revocations.isKnown(identity.sessionId)) return identity
      throw new Unauthenticated('The session of this access token has ended. Sign in again.')
    },
    onRevoked: (sessionId, ended) => revocations.watch(sessionId, ended),
  }
}
