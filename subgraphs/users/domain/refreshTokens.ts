import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Refresh tokens: session id (16 bytes), a value (32) and a tag (16), as base64url. Only a token's hash is stored.
 *
 * Tag and value come from a secret of the session that no client knows. The tag tells a token that was once given out from
 * a made-up one, so that only the former can end a session. Each value follows from the one before it, so whoever repeats
 * an exchange gets the same new token: two exchanges at once, or a lost answer, leave one session with one token.
 */
export interface RefreshToken {
  text: string
  sessionId: string
  value: Buffer
  tag: Buffer
}

const ID_BYTES = 16
const VALUE_BYTES = 32
const TAG_BYTES = 16
const TEXT_LENGTH = Math.ceil(((ID_BYTES + VALUE_BYTES + TAG_BYTES) * 4) / 3)

export const newSecret = () => randomBytes(32).toString('base64url')

export const firstToken = (sessionId: string, secret: string): RefreshToken =>
  tokenOf(sessionId, randomBytes(VALUE_BYTES), secret)

/** The token that this one is exchanged for. */
export const successorOf = ({ sessionId, value }: RefreshToken, secret: string): RefreshToken =>
  tokenOf(sessionId, mac(secret, 'successor', value), secret)

/** Undefined for text that cannot be a refresh token. */
export function readToken(text: string): RefreshToken | undefined {
  if (text.length !== TEXT_LENGTH) return undefined
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text) return undefined
  const value = bytes.subarray(ID_BYTES, ID_BYTES + VALUE_BYTES)
  const id = bytes.subarray(0, ID_BYTES).toString('hex')
  return {
    text,
    sessionId: id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    value,
    tag: bytes.subarray(-TAG_BYTES),
  }
}

/** True when the session gave this token out, now or earlier. */
export const isGenuine = (token: RefreshToken, secret: string): boolean =>
  timingSafeEqual(token.tag, tagOf(token.value, secret))

/** What is stored of a token: SHA-256, base64url. The value is random, so a plain hash cannot be searched backwards. */
export const hashOf = (token: RefreshToken): string => createHash('sha256').update(token.text).digest('base64url')

function tokenOf(sessionId: string, value: Buffer, secret: string): RefreshToken {
  const tag = tagOf(value, secret)
  const text = Buffer.concat([Buffer.from(sessionId.replaceAll('-', ''), 'hex'), value, tag]).toString('base64url')
  return { text, sessionId, value, tag }
}

const tagOf = (value: Buffer, secret: string) => mac(secret, 'tag', value).subarray(0, TAG_BYTES)

const mac = (secret: string, purpose: string, value: Buffer) =>
  createHmac('sha256', secret).update(purpose).update('\0').update(value).digest()
