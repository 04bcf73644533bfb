import type { MessageBodyFragment, MessagePageFragment, MessagePartsFragment } from '../generated.ts'

export type MessageChange = (message: MessagePartsFragment) => MessagePartsFragment

/** What nobody has reacted to yet, and the viewer cannot have hidden: a message as its own event tells of it. */
export const asNew = (message: MessageBodyFragment): MessagePartsFragment => ({
  ...message,
  hiddenForMe: false,
  reactions: [],
})

/** Its new words; what else belongs to it stays. */
export const reword =
  (body: MessageBodyFragment): MessageChange =>
  (message) => ({ ...message, ...body })

/** A tombstone: its place is all that stays. */
export const bury =
  (body: MessageBodyFragment): MessageChange =>
  (message) => ({ ...message, ...body, reactions: [] })

/** One emoji of a message after someone reacted with it, or took it back. */
export interface ReactionChange {
  emoji: string
  /** How many have reacted with it now. */
  count: number
  /** Whether the viewer is one of them; null where it was somebody else's doing. */
  byViewer: boolean | null
}

export const react =
  ({ emoji, count, byViewer }: ReactionChange): MessageChange =>
  (message) => {
    const known = message.reactions.find((reaction) => reaction.emoji === emoji)
    if (count === 0) return { ...message, reactions: message.reactions.filter((reaction) => reaction !== known) }
    const reaction = { __typename: 'Reaction', emoji, count, reactedByMe: byViewer ?? known?.reactedByMe ?? false }
    const reactions = known
      ? message.reactions.map((each) => (each === known ? reaction : each))
      : [...message.reactions, reaction]
    return { ...message, reactions }
  }

export const hide: MessageChange = (message) => ({ ...message, hiddenForMe: true })

/** Changes a message wherever it stands among those that are there; one that is not there is no news. */
export function changeMessage(page: MessagePageFragment, id: string, change: MessageChange): MessagePageFragment {
  if (!page.edges.some(({ node }) => node.id === id)) return page
  return {
    ...page,
    edges: page.edges.map((edge) => (edge.node.id === id ? { ...edge, node: change(edge.node) } : edge)),
  }
}
