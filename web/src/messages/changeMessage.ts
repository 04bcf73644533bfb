import type { MessageBodyFragment, MessagePageFragment, MessagePartsFragment } from '../generated.ts'

/** Is given every message that is there; one that it does not concern comes back as it is. */
export type MessageChange = (message: MessagePartsFragment) => MessagePartsFragment

/** What nobody has reacted to yet, and the viewer cannot have hidden: a message as its own event tells of it. */
export const asNew = (message: MessageBodyFragment & Pick<MessagePartsFragment, 'replyTo'>): MessagePartsFragment => ({
  ...message,
  hiddenForMe: false,
  reactions: [],
})

/** Its new words, also where it is quoted; what else belongs to it stays. */
export const reword =
  (body: MessageBodyFragment): MessageChange =>
  (message) =>
    message.id === body.id ? { ...message, ...body } : requote(message, body)

/** A tombstone, also where it is quoted: its place is all that stays. */
export const bury =
  (body: MessageBodyFragment): MessageChange =>
  (message) =>
    message.id === body.id ? { ...message, ...body, reactions: [] } : requote(message, body)

function requote(message: MessagePartsFragment, { id, text, deletedAt }: MessageBodyFragment): MessagePartsFragment {
  const { replyTo } = message
  return replyTo?.id === id ? { ...message, replyTo: { ...replyTo, text, deletedAt } } : message
}

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
    if (message.id !== id) return message
    const known = message.reactions.find((reaction) => reaction.emoji === emoji)
    if (count === 0) return { ...message, reactions: message.reactions.filter((reaction) => reaction !== known) }
    const reaction = { __typename: 'Reaction', emoji, count, reactedByMe: byViewer ?? known?.reactedByMe ?? false }
    const reactions = known
      ? message.reactions.map((each) => (each === known ? reaction : each))
      : [...message.reactions, reaction]
    return { ...message, reactions }
  }

export const hide =
  (id: string): MessageChange =>
  (message) =>
    message.id === id ? { ...message, hiddenForMe: true } : message

/** The same page where nothing in it was concerned. */
export function changeMessages(page: MessagePageFragment, change: MessageChange): MessagePageFragment {
  const edges = page.edges.map((edge) => {
    const node = change(edge.node)
    return node === edge.node ? edge : { ...edge, node }
  })
  return edges.some((edge, index) => edge !== page.edges[index]) ? { ...page, edges } : page
}
