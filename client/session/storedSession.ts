import type { KeyedStorage } from '../keyedStorage.ts'

/** What signing in and renewing answer. Times are RFC 3339. */
export interface Session {
  /** Goes along with requests; a quarter of an hour, unless the server is set otherwise. */
  accessToken: string
  accessTokenExpiresAt: string
  /** Works once, and gives the next of both. */
  refreshToken: string
  refreshTokenExpiresAt: string
  user: SessionUser
}

/** Whoever is signed in. */
export interface SessionUser {
  id: string
  name: string
  /** Null for guests. */
  handle: string | null
  isGuest: boolean
}

/** `receivedAt` is when this browser got the tokens, by its own clock, in milliseconds since 1970. */
export type StoredSession = Session & { receivedAt: number }

/** Both pages (chat and GraphiQL) and all tabs of the browser share the session under this key. */
export const sessionKey = 'parley.session'

type Storage = Pick<KeyedStorage, 'getItem' | 'setItem' | 'removeItem'>

/** The session kept in the browser; null when there is none, or what is there cannot be read as one. */
export function readSession(storage: Storage): StoredSession | null {
  try {
    const value = JSON.parse(storage.getItem(sessionKey) ?? 'null')
    return isSession(value) ? value : null
  } catch {
    return null
  }
}

/** Where the browser refuses to store (private mode, full), the session lives as long as the page. */
export function writeSession(storage: Storage, session: StoredSession | null): void {
  try {
    if (session) storage.setItem(sessionKey, JSON.stringify(session))
    else storage.removeItem(sessionKey)
  } catch {
    // Kept in memory by the caller.
  }
}

function isSession(value: unknown): value is StoredSession {
  if (typeof value !== 'object' || value === null) return false
  const { accessToken, accessTokenExpiresAt, refreshToken, receivedAt, user } = value as Partial<StoredSession>
  return (
    [accessToken, accessTokenExpiresAt, refreshToken].every((part) => typeof part === 'string') &&
    typeof receivedAt === 'number' &&
    typeof user?.id === 'string' &&
    typeof user.name === 'string'
  )
}
