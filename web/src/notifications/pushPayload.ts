import { notifications as ar } from '../i18n/ar/notifications.ts'
import { notifications as de } from '../i18n/de/notifications.ts'
import { notifications as en } from '../i18n/en/notifications.ts'

/** What a push message of the server holds (docs/notifications.md). Names and text only where the user allows them. */
export interface PushPayload {
  version: 1
  id: string
  kind: 'MENTION' | 'EVERYONE' | 'REPLY' | 'DIRECT_MESSAGE' | 'ADDED' | 'REACTION'
  conversationId: string
  messageId: string | null
  unreadCount: number
  sender?: string
  title?: string | null
  text?: string | null
}

/** What is shown for it. */
export interface ShownPush {
  title: string
  body: string
  /** The newer message of a conversation takes the place of the older one. */
  tag: string
  /** What opens when it is clicked. */
  path: string
}

/** Undefined: it is none that this version understands. */
export function parsePush(text: string | undefined): PushPayload | undefined {
  try {
    const payload = JSON.parse(text ?? '') as PushPayload
    return payload.version === 1 && typeof payload.conversationId === 'string' ? payload : undefined
  } catch {
    return undefined
  }
}

/** In the language of the browser: what was chosen in the page is not known to a service worker. */
export function shownPush(payload: PushPayload | undefined, language: string): ShownPush {
  const words = (/^ar\b/i.test(language) ? ar : /^de\b/i.test(language) ? de : en).push
  if (!payload) return { title: words.other, body: words.open, tag: 'parley', path: '/notifications' }
  const { kind, conversationId, messageId, sender, title, text } = payload
  const what = words[kind] ?? words.other
  const path = `/c/${encodeURIComponent(conversationId)}${messageId ? `?message=${encodeURIComponent(messageId)}` : ''}`
  const from = sender && title ? `${sender} · ${title}` : sender
  return { title: from ?? what, body: text ?? (from ? what : words.open), tag: conversationId, path }
}
