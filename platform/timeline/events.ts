import type { AttachedFile } from './messageExtras.ts'

/**
 * The events of a conversation's change log. A payload is written in the shape that the GraphQL type of that name has,
 * so the router can answer a subscription from it without asking anyone. Entities are references: `__typename` and key.
 */
export interface UserRef {
  __typename: 'User'
  id: string
}
export interface ConversationRef {
  __typename: 'Conversation'
  id: string
}
/** Names a message, for whoever has it or asks for it. */
export interface MessageRef {
  __typename: 'Message'
  id: string
  seq: number
  conversation: ConversationRef
}
/** How far a thread goes. */
export interface ThreadPayload {
  __typename: 'Thread'
  replyCount: number
  lastReplyAt: string
}
/** Where a forwarded text comes from. Who may read the source gets it by its id, which is no field of the graph. */
export interface ForwardedFromPayload {
  __typename: 'ForwardedFrom'
  sender: UserRef
  sentAt: string
  messageId: string
}
/** A file of a message. Where its bytes are is told to each viewer. */
export interface AttachmentPayload extends AttachedFile {
  __typename: 'Attachment'
}
export interface MessagePayload {
  __typename: 'Message'
  id: string
  seq: number
  clientMessageId: string
  text: string
  /** RFC 3339, UTC, milliseconds. */
  createdAt: string
  sender: UserRef
  conversation: ConversationRef
  // What follows is absent in events from before there was such a thing.
  /** 1 when sent; each edit, and the deletion, makes it one more. */
  version?: number
  editedAt?: string | null
  /** Set on a tombstone, whose text is "". */
  deletedAt?: string | null
  /** Null where nobody did: it expired. */
  deletedBy?: UserRef | null
  expiresAt?: string | null
  forwardedFrom?: ForwardedFromPayload | null
  attachments?: AttachmentPayload[]
  mentions?: UserRef[]
  mentionsEveryone?: boolean
  replyTo?: MessageRef | null
  /** In the event of a reply with the thread as it goes with this reply. */
  threadRoot?: (MessageRef & { thread?: ThreadPayload }) | null
  /** In the event of a new message, which has none yet; elsewhere it is asked for. */
  thread?: null
  /** Likewise of a tombstone. */
  reactions?: never[]
  pin?: null
}

export interface ReactionChangedPayload {
  __typename: 'ReactionChanged'
  message: MessageRef
  user: UserRef
  emoji: string
  added: boolean
  /** How many have reacted with this emoji now. */
  count: number
}

export interface PinPayload<T extends 'MessagePinned' | 'MessageUnpinned' = 'MessagePinned' | 'MessageUnpinned'> {
  __typename: T
  message: MessageRef
  actor: UserRef
}

type MemberRole = 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST'

/** What the viewer keeps of a conversation, as the GraphQL type of that name has it. */
export interface SettingsPayload {
  __typename: 'ConversationSettings'
  /** Missing in what was stored before there were versions. */
  version?: number
  /** RFC 3339, UTC, milliseconds. */
  mutedUntil: string | null
  pinned: boolean
  archived: boolean
  markedUnread: boolean
  notificationLevel: 'ALL' | 'MENTIONS' | 'NONE'
}

/** The events of a viewer's own log, which nobody else gets. */
export type InboxPayload =
  /** `joinedRev`: where the conversation's log says so. */
  | { __typename: 'ConversationJoined'; conversation: ConversationRef; joinedRev: number }
  | { __typename: 'ConversationLeft'; conversation: ConversationRef }
  | { __typename: 'ReadMoved'; conversation: ConversationRef; readSeq: number; unreadAfter: number }
  | { __typename: 'HistoryCleared'; conversation: ConversationRef; clearedSeq: number; unreadAfter: number }
  | { __typename: 'SettingsChanged'; conversation: ConversationRef; settings: SettingsPayload }
  /** The draft itself is read when the event is shown: it is long, and the newest one counts. */
  | { __typename: 'DraftChanged'; conversation: ConversationRef }

const inboxTypes = new Set<string>([
  'ConversationJoined',
  'ConversationLeft',
  'ReadMoved',
  'HistoryCleared',
  'SettingsChanged',
  'DraftChanged',
] satisfies InboxPayload['__typename'][])

export const isInboxPayload = (payload: StoredPayload): payload is InboxPayload => inboxTypes.has(payload.__typename)

/** What a writer hands to `append`: everything but the position, the time and the conversation. */
export type StoredPayload = InboxPayload | ConversationPayload

/** An event of a conversation's log. */
export type ConversationPayload =
  | { __typename: 'ConversationCreated'; actor: UserRef }
  | { __typename: 'MessageSent'; message: MessagePayload }
  | { __typename: 'MessageEdited'; message: MessagePayload }
  | { __typename: 'MessageDeleted'; message: MessagePayload }
  | ReactionChangedPayload
  | PinPayload<'MessagePinned'>
  | PinPayload<'MessageUnpinned'>
  | { __typename: 'MemberAdded'; user: UserRef; role: MemberRole; actor: UserRef }
  | { __typename: 'MemberRemoved'; user: UserRef; actor: UserRef }
  | { __typename: 'RoleChanged'; user: UserRef; role: MemberRole; actor: UserRef }
  | { __typename: 'TitleChanged'; title: string; actor: UserRef }
  | { __typename: 'TopicChanged'; topic: string | null; actor: UserRef }
  | { __typename: 'AvatarChanged'; avatarUrl: string | null; actor: UserRef }
  | { __typename: 'MemberBanned'; user: UserRef; actor: UserRef }
  | { __typename: 'MemberUnbanned'; user: UserRef; actor: UserRef }
  /** Of a direct conversation. Who blocks whom is not said. */
  | { __typename: 'WritingChanged'; mayWrite: boolean }

/** An event as a subscriber receives it. */
export type EventPayload = ConversationPayload & Place & { rev: number; conversation: ConversationRef }

interface Place {
  /** The log's id. */
  log: string
  position: string
  /** RFC 3339, UTC, milliseconds. */
  at: string
}

/** Told instead of events that the log no longer holds: read the state again, and go on from `rev`. */
export interface ResyncRequired extends Place {
  __typename: 'ResyncRequired'
  rev: number
  conversation: ConversationRef
}

/** The same of a viewer's own log: read the inbox again. */
export interface InboxResyncRequired extends Place {
  __typename: 'InboxResyncRequired'
}
