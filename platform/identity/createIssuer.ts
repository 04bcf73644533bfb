import { SignJWT } from 'jose/jwt/sign'
import { importJWK } from 'jose/key/import'
import type { CryptoKey, JWK } from 'jose'
import { loadSigningKeys, rotateSigningKeys, signerAmong } from './signingKeys.ts'
import type { SigningKeyStore, StoredKey } from './signingKeys.ts'
import { profile } from './tokens.ts'
import type { TokenIssuer } from './tokens.ts'

/**
 * Issues access tokens that are valid for `ttlMs`, rounded up to whole seconds. Makes the first signing key where the
 * store has none.
 */
export async function createIssuer({
  keys: store,
  ttlMs,
  now = Date.now,
}: {
  keys: SigningKeyStore
  ttlMs: number
  now?: () => number
}): Promise<TokenIssuer> {
  let keys = await loadSigningKeys(store, now())
  const imported = new Map<string, Promise<CryptoKey>>()

  function privateKey({ kid, privateJwk }: StoredKey): Promise<CryptoKey> {
    let key = imported.get(kid)
    if (!key) {
      key = importJWK(privateJwk as JWK, profile.algorithm) as Promise<CryptoKey>
      imported.set(kid, key)
    }
    return key
  }

  return {
    async issue({ userId, sessionId, isGuest, scopes }, until = Infinity) {
      const signer = signerAmong(keys, now())
      const end = Math.ceil(Math.min(now() + ttlMs, until) / 1000)
      const token = await new SignJWT({ sid: sessionId, guest: isGuest, ...(scopes && { scope: scopes.join(' ') }) })
        .setProtectedHeader({ alg: profile.algorithm, kid: signer.kid, typ: profile.type })
        .setIssuer(profile.issuer)
        .setAudience(profile.audience)
        .setSubject(userId)
        .setIssuedAt(Math.floor(now() / 1000))
        .setExpirationTime(end)
        .sign(await privateKey(signer))
      return { token, expiresAt: end * 1000 }
    },
    // Read anew each time: another process may have added a key, and verifiers ask rarely.
    async jwks() {
      keys = await store.load()
      return { keys: keys.map((key) => key.publicJwk) }
    },
    async rotate() {
      keys = await rotateSigningKeys(store, ttlMs, now())
      for (const kid of imported.keys()) if (!keys.some((key) => key.kid === kid)) imported.delete(kid)
    },
  }
}
