import type { MessagePayload, StoredPayload } from './events.ts'

/** An event from the log, in which a message whose time is over is a tombstone, whether or not the log says so yet. */
export function withoutExpired<T extends Record<string, unknown>>(payload: T, now: number): T {
  const { message } = payload as unknown as Extract<StoredPayload, { message: MessagePayload }>
  if (!message?.expiresAt || !message.text || Date.parse(message.expiresAt) > now) return payload
  const gone = {
    text: '',
    deletedAt: message.expiresAt,
    mentions: [],
    mentionsEveryone: false,
    forwardedFrom: null,
    attachments: [],
  }
  return { ...payload, message: { ...message, ...gone } }
}
