import type { tables } from '../../../platform/database/index.ts'
import type {
  AttachedFile,
  AttachmentPayload,
  ForwardedFromPayload,
  MessageExtras,
  MessagePayload,
  MessagePlace,
  MessageRef,
  UserRef,
} from '../../../platform/timeline/index.ts'

export type MessageRow = typeof tables.messages.$inferSelect

/** A row without the hash, which no reader needs. */
export type ReadRow = Omit<MessageRow, 'contentHash'>

/** Names a message in the tables that belong to messages. */
export type MessageKey = Pick<MessageRow, 'conversationId' | 'seq'>

/**
 * A stored message in the shape of the GraphQL type, which is also the shape that its event carries. A message whose time
 * is over is a tombstone from that moment on, whether or not its row has been emptied yet.
 */
export function toMessage(row: ReadRow, now: number = Date.now()): MessagePayload {
  const deletedAt = row.deletedAt ?? (row.expiresAt !== null && row.expiresAt <= now ? row.expiresAt : null)
  const there = deletedAt === null
  return {
    __typename: 'Message',
    id: row.id,
    seq: row.seq,
    clientMessageId: row.clientMessageId,
    text: there ? row.text : '',
    createdAt: timeOf(row.createdAt),
    sender: userRef(row.senderId),
    conversation: { __typename: 'Conversation', id: row.conversationId },
    version: row.version,
    editedAt: timeOrNull(row.editedAt),
    deletedAt: timeOrNull(deletedAt),
    deletedBy: row.deletedBy === null ? null : userRef(row.deletedBy),
    expiresAt: timeOrNull(row.expiresAt),
    ...places(row),
    forwardedFrom: there && row.extras?.forwarded ? forwardedFrom(row.extras.forwarded) : null,
    attachments: there ? (row.extras?.attachments ?? []).map(attachmentOf) : [],
    mentions: there ? (row.extras?.mentions ?? []).map(userRef) : [],
    mentionsEveryone: there && row.extras?.mentionsEveryone === true,
    ...(there ? {} : { reactions: [], pin: null }),
  }
}

/** Where a message stands among the others. A tombstone keeps its place. */
const places = ({ conversationId, extras }: ReadRow) => ({
  replyTo: extras?.replyTo ? messageRef(conversationId, extras.replyTo) : null,
  threadRoot: extras?.thread ? messageRef(conversationId, extras.thread) : null,
})

const attachmentOf = (file: AttachedFile): AttachmentPayload => ({ __typename: 'Attachment', ...file })

const forwardedFrom = ({
  messageId,
  senderId,
  sentAt,
}: NonNullable<MessageExtras['forwarded']>): ForwardedFromPayload => ({
  __typename: 'ForwardedFrom',
  sender: userRef(senderId),
  sentAt,
  messageId,
})

export const isGone = ({ deletedAt, expiresAt }: ReadRow, now: number): boolean =>
  deletedAt !== null || (expiresAt !== null && expiresAt <= now)

export const messageRef = (conversationId: string, { id, seq }: MessagePlace): MessageRef => ({
  __typename: 'Message',
  id,
  seq,
  conversation: { __typename: 'Conversation', id: conversationId },
})

export const timeOf = (at: number) => new Date(at).toISOString()
export const timeOrNull = (at: number | null) => (at === null ? null : timeOf(at))
export const userRef = (id: string): UserRef => ({ __typename: 'User', id })
