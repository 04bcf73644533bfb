import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { Unauthenticated } from '../errors.ts'
import type { ParleyError } from '../errors.ts'
import { API_KEY_PREFIX } from './scopes.ts'
import type { TokenVerifier } from './tokens.ts'

/** Gives an access token for an API key. @throws Unauthenticated, Unavailable */
export type KeyExchange = (key: string) => Promise<{ accessToken: string; expiresAt: number }>

const REMEMBERED = 10_000
/** How long a refused key stays refused without being asked for. */
const REFUSED_MS = 5_000
/** A token that ends so soon might end on its way. */
const MARGIN_MS = 10_000

/**
 * A verifier at the door, which takes API keys too: each is exchanged for a short-lived access token, which goes on to the
 * subgraphs in its place. They see access tokens only. A key costs one exchange for the life of a token, however often
 * it is used; one that is revoked is refused at once, for its tokens are those of a session that has ended.
 */
export function exchangeKeys(verifier: TokenVerifier, exchange: KeyExchange): TokenVerifier {
  const tokens = new LRUCache<string, { accessToken: string }>({ max: REMEMBERED })
  const refused = new LRUCache<string, ParleyError>({ max: REMEMBERED, ttl: REFUSED_MS })
  const pending = new Map<string, Promise<string>>()

  async function tokenFor(key: string, id: string): Promise<string> {
    try {
      const { accessToken, expiresAt } = await exchange(key)
      const ttl = expiresAt - Date.now() - MARGIN_MS
      if (ttl > 0) tokens.set(id, { accessToken }, { ttl })
      return accessToken
    } catch (error) {
      if (error instanceof Unauthenticated) refused.set(id, error)
      throw error
    } finally {
      pending.delete(id)
    }
  }

  return {
    ...verifier,
    async exchange(token) {
      if (!token.startsWith(API_KEY_PREFIX)) return token
      // Kept by its hash: keys are not to lie about in memory.
      const id = createHash('sha256').update(token).digest('base64url')
      const known = tokens.get(id)
      if (known) return known.accessToken
      const refusal = refused.get(id)
      if (refusal) throw refusal
      let exchanging = pending.get(id)
      if (!exchanging) pending.set(id, (exchanging = tokenFor(token, id)))
      return exchanging
    },
  }
}
