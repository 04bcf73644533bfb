import type { Record as Seen } from './faultsOf.ts'

/** What a client subscribes to, and how what it gets becomes its record of the conversation. */
export interface Following {
  readonly record: Seen
  readonly query: string
  /** From where it stands now. */
  variables(): object
  take(event: Event): void
  /** The end of the subscription is how a removal ends. */
  readonly endsWithRemoval: boolean
}

export interface Event {
  __typename: string
  rev?: number
  user?: { id: string }
  conversation?: { id: string }
  log: string
  position: string
}

const EVENT = '... on MessageSent { message { seq sender { id name } } } ... on MemberRemoved { user { id } }'
const CONVERSATION = `subscription ($id: ID!, $after: Int) {
  conversationEvents(conversationId: $id, after: $after) { __typename rev ${EVENT} } }`
const INBOX = `subscription ($after: [String!]) { inbox(after: $after) { __typename log position
  ... on ConversationEvent { rev conversation { id } } ... on ConversationLeft { conversation { id } } ${EVENT} } }`

const emptyRecord = (name: string, after: number): Seen => ({ name, after, seen: [], completed: false, errors: [] })

export const positionOf = ({ seen, after }: Seen): number => seen.at(-1)?.rev ?? after

/** `conversationEvents` after the newest `rev` it has. */
export function followConversation(name: string, id: string, after: number): Following {
  const record = emptyRecord(name, after)
  return {
    record,
    query: CONVERSATION,
    variables: () => ({ id, after: positionOf(record) }),
    take: ({ __typename: type, rev, user }) => void record.seen.push({ rev: rev!, type, userId: user?.id }),
    endsWithRemoval: true,
  }
}

/** `inbox` after the newest position it has of each log; what it records is the one conversation. */
export function followInbox(name: string, id: string, after: number, position: string): Following {
  const record = emptyRecord(name, after)
  const positions = new Map([['', position]])
  return {
    record,
    query: INBOX,
    variables: () => ({ after: [...positions.values()] }),
    take({ __typename: type, log, position: at, rev, user, conversation }) {
      positions.set(log, at)
      if (type.endsWith('ResyncRequired')) record.errors.push(type)
      if (type === 'ConversationLeft' && conversation?.id === id) record.completed = true
      // The inbox was read before the conversation was: what is not after both is known already.
      if (conversation?.id === id && rev !== undefined && rev > after) record.seen.push({ rev, type, userId: user?.id })
    },
    endsWithRemoval: false,
  }
}
