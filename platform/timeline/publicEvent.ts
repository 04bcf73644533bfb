import type { ConversationRef, MessagePayload, MessageRef, UserRef } from './events.ts'
import { publicMessage, publicRef } from './publicMessage.ts'

/** Goes up when a field changes its meaning or goes away; not when fields or types are added. */
export const PUBLIC_EVENT_VERSION = 1

/** A change of a conversation as integrators get it: in exports and in webhooks, one shape. */
export interface PublicEvent {
  version: typeof PUBLIC_EVENT_VERSION
  /** `<conversationId>:<rev>`: the same wherever and however often the event is told. */
  id: string
  /** The name of the GraphQL type: `MessageSent`, `MemberAdded`, … */
  type: string
  conversationId: string
  /** Its position in the conversation's change log: 1, 2, 3, … without a hole. */
  rev: number
  /** RFC 3339, UTC, milliseconds. */
  at: string
  /** What is particular about it, by type. */
  data: Record<string, unknown>
}

/** What of the events' own fields is told. Anything else is of no use outside. */
const told = [
  ...(['message', 'user', 'actor', 'role', 'emoji', 'added', 'count'] as const),
  ...(['title', 'topic', 'avatarUrl', 'mayWrite'] as const),
] as const

/** An event as the change log tells it. */
export interface LogEvent extends Partial<Record<(typeof told)[number], unknown>> {
  __typename: string
  rev: number
  at: string
  conversation: ConversationRef
}

export function publicEvent(event: LogEvent): PublicEvent {
  const { __typename: type, rev, at, conversation } = event
  const data = Object.fromEntries(told.flatMap((name) => (name in event ? [shown(name, event[name])] : [])))
  return {
    ...{ version: PUBLIC_EVENT_VERSION, id: `${conversation.id}:${rev}`, type },
    ...{ conversationId: conversation.id, rev, at, data },
  }
}

/** Users are told by their id, messages as `publicMessage` has them, or by id and `seq` where the event only names one. */
function shown(name: string, value: unknown): [string, unknown] {
  const typename = (value as { __typename?: string } | null)?.__typename
  if (typename === 'User') return [`${name}Id`, (value as UserRef).id]
  if (typename !== 'Message') return [name, value]
  const message = value as MessagePayload | MessageRef
  return [name, 'text' in message ? publicMessage(message) : publicRef(message)]
}
