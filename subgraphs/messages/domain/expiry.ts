import { InvalidInput } from '../../../platform/errors.ts'
import type { MessagePayload, StoredPayload } from '../../../platform/timeline/index.ts'

const minSeconds = 10
const maxSeconds = 365 * 24 * 60 * 60

/**
 * How long a message stays, in milliseconds.
 * @throws InvalidInput  less than 10 seconds, or more than 365 days
 */
export function checkedExpiry(seconds: number | null | undefined): number | undefined {
  if (seconds === null || seconds === undefined) return undefined
  if (seconds < minSeconds || seconds > maxSeconds) {
    throw new InvalidInput(`expireAfterSeconds must be from ${minSeconds} to ${maxSeconds}.`)
  }
  return seconds * 1000
}

/** An event from the log, in which a message whose time is over is a tombstone, whether or not the log says so yet. */
export function withoutExpired<T extends Record<string, unknown>>(payload: T, now: number): T {
  const { message } = payload as unknown as Extract<StoredPayload, { message: MessagePayload }>
  if (!message?.expiresAt || !message.text || Date.parse(message.expiresAt) > now) return payload
  const gone = { text: '', deletedAt: message.expiresAt, mentions: [], mentionsEveryone: false, forwardedFrom: null }
  return { ...payload, message: { ...message, ...gone } }
}
