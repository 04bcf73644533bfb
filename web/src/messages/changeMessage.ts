import type { MessageBodyFragment, MessageOriginFragment, MessagePartsFragment, QuoteFragment } from '../generated.ts'

/** Is given every message that is there; one that it does not concern comes back as it is. */
export type MessageChange = (message: MessagePartsFragment) => MessagePartsFragment

/** What nobody has reacted to yet, and the viewer cannot have hidden: a message as its own event tells of it. */
export const asNew = (message: MessageBodyFragment & MessageOriginFragment): MessagePartsFragment => ({
  ...message,
  hiddenForMe: false,
  reactions: [],
  thread: null,
  pin: null,
})

/** Its new words, also where it is referred to; what else belongs to it stays. An event of before an edit is no news. */
export const reword =
  (body: MessageBodyFragment): MessageChange =>
  (message) => {
    if (message.id !== body.id) return requote(message, body)
    return message.version > body.version ? message : { ...message, ...body }
  }

/** A tombstone, also where it is referred to: its place is all that stays, and its thread. */
export const bury =
  (body: MessageBodyFragment): MessageChange =>
  (message) =>
    message.id === body.id
      ? { ...message, ...body, reactions: [], pin: null, forwardedFrom: null }
      : requote(message, body)

function requote(message: MessagePartsFragment, body: MessageBodyFragment): MessagePartsFragment {
  const { replyTo, threadRoot } = message
  if (replyTo?.id !== body.id && threadRoot?.id !== body.id) return message
  return { ...message, replyTo: refer(replyTo, body), threadRoot: refer(threadRoot, body) }
}

const refer = <Reference extends QuoteFragment | null>(quote: Reference, body: MessageBodyFragment): Reference =>
  quote?.id === body.id ? { ...quote, text: body.text, deletedAt: body.deletedAt } : quote

/** One emoji of a message after someone reacted with it, or took it back. */
export interface ReactionChange {
  emoji: string
  /** How many have reacted with it now. */
  count: number
  /** Whether the viewer is one of them; null where it was somebody else's doing. */
  byViewer: boolean | null
}

export const react =
  (id: string, { emoji, count, byViewer }: ReactionChange): MessageChange =>
  (message) => {
    if (message.id !== id || message.deletedAt) return message
    const known = message.reactions.find((reaction) => reaction.emoji === emoji)
    if (count === 0) return { ...message, reactions: message.reactions.filter((reaction) => reaction !== known) }
    const reaction = { emoji, count, reactedByMe: byViewer ?? known?.reactedByMe ?? false }
    const reactions = known
      ? message.reactions.map((each) => (each === known ? reaction : each))
      : [...message.reactions, reaction]
    return { ...message, reactions }
  }

export const hide =
  (id: string): MessageChange =>
  (message) =>
    message.id === id ? { ...message, hiddenForMe: true } : message

export const setPin =
  (id: string, pin: MessagePartsFragment['pin']): MessageChange =>
  (message) =>
    message.id === id ? { ...message, pin } : message

/** A reply was sent in the thread under a message. One that is counted already is not counted again. */
export const countReply =
  (rootId: string, reply: { createdAt: string; isOwn: boolean }): MessageChange =>
  (message) => {
    if (message.id !== rootId) return message
    const { replyCount = 0, unreadCount = 0, lastReplyAt = '' } = message.thread ?? {}
    if (reply.createdAt <= lastReplyAt) return message
    const unread = reply.isOwn ? 0 : unreadCount + 1
    return { ...message, thread: { replyCount: replyCount + 1, lastReplyAt: reply.createdAt, unreadCount: unread } }
  }

/** The viewer has read the thread under a message. */
export const readThread =
  (rootId: string): MessageChange =>
  (message) =>
    message.id === rootId && message.thread?.unreadCount
      ? { ...message, thread: { ...message.thread, unreadCount: 0 } }
      : message
