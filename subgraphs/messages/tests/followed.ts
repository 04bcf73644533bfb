/** A conversation's messages as a client keeps them: read once, then followed by events. */
import type { MessagePayload, StoredPayload } from '../../../platform/timeline/index.ts'
import { dataOf, conversationRef } from './asking.ts'
import type { User, World } from './world.ts'

export interface Kept {
  seq: number
  text: string
  version: number
  deleted: boolean
  edited: boolean
  mentions: string[]
  /** `👍 2` */
  reactions: string[]
  pinned: boolean
  replies: number
}
export type State = Record<string, Kept>

const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Conversation { messages(first: 100) { edges { node {
  id seq text version deletedAt editedAt mentions { id } reactions { emoji count } pin { pinnedAt } thread { replyCount }
} } } } } }`

interface Node extends Pick<MessagePayload, 'id' | 'seq' | 'text'> {
  version: number
  deletedAt: string | null
  editedAt: string | null
  mentions: { id: string }[]
  reactions: { emoji: string; count: number }[]
  pin: object | null
  thread: { replyCount: number } | null
}

/** Read afresh. */
export async function readState(world: World, reader: User, conversationId: string): Promise<State> {
  const result = await world.ask(query, { of: [conversationRef(conversationId)] }, reader)
  const [{ messages }] = dataOf<{ _entities: [{ messages: { edges: { node: Node }[] } }] }>(result)._entities
  return Object.fromEntries(
    messages.edges.map(({ node }) => [
      node.id,
      {
        ...content(node),
        reactions: node.reactions.map(({ emoji, count }) => `${emoji} ${count}`).sort(),
        pinned: node.pin !== null,
        replies: node.thread?.replyCount ?? 0,
      },
    ]),
  )
}

type Content = Pick<MessagePayload, 'seq' | 'text' | 'version' | 'deletedAt' | 'editedAt'> & {
  mentions?: readonly { id: string }[]
}
const content = ({ seq, text, version, deletedAt, editedAt, mentions }: Content) => ({
  seq,
  text,
  version: version!,
  deleted: Boolean(deletedAt),
  edited: Boolean(editedAt),
  mentions: mentions!.map(({ id }) => id),
})

/** The state after an event, from what the event's payload holds and nothing else. */
export function applyEvent(state: State, event: StoredPayload): State {
  switch (event.__typename) {
    case 'MessageSent': {
      const { message } = event
      const root = message.threadRoot
      const sent = { ...content(message), reactions: [], pinned: false, replies: 0 }
      const answered =
        root && state[root.id] ? { [root.id]: { ...state[root.id]!, replies: root.thread!.replyCount } } : {}
      return { ...state, ...answered, [message.id]: sent }
    }
    case 'MessageEdited':
      return changed(state, event.message.id, () => content(event.message))
    case 'MessageDeleted':
      return changed(state, event.message.id, () => ({ ...content(event.message), reactions: [], pinned: false }))
    case 'ReactionChanged': {
      const { emoji, count } = event
      return changed(state, event.message.id, ({ reactions }) => {
        const others = reactions.filter((reaction) => !reaction.startsWith(`${emoji} `))
        return { reactions: (count > 0 ? [...others, `${emoji} ${count}`] : others).sort() }
      })
    }
    case 'MessagePinned':
    case 'MessageUnpinned':
      return changed(state, event.message.id, () => ({ pinned: event.__typename === 'MessagePinned' }))
    default:
      return state
  }
}

const changed = (state: State, id: string, how: (kept: Kept) => Partial<Kept>): State => ({
  ...state,
  [id]: { ...state[id]!, ...how(state[id]!) },
})
