import type { MessagePayload, MessageRef } from './events.ts'
import type { AttachedFile } from './messageExtras.ts'

/**
 * A message as integrators get it: in exports and in webhooks, one shape. docs/integrators.md describes it. Fields may be
 * added; one that is there keeps its name and meaning for as long as `version` of what carries it stays.
 */
export interface PublicMessage {
  id: string
  conversationId: string
  /** Its place in the conversation: 1, 2, 3, … without a hole. */
  seq: number
  senderId: string
  /** "" where `deletedAt` is set. */
  text: string
  clientMessageId: string
  /** RFC 3339, UTC, milliseconds; never before that of the message before it. */
  createdAt: string
  /** Of two states of a message the higher one is newer. */
  version: number
  editedAt: string | null
  deletedAt: string | null
  /** Null where it was not deleted, or expired by itself. */
  deletedById: string | null
  expiresAt: string | null
  /** The message that it quotes. */
  replyTo: PublicMessageRef | null
  /** The message whose thread it stands in. */
  threadRoot: PublicMessageRef | null
  /** Files. Each is at `path` of the router, for whoever may read the message: GET it with the `Authorization` of a session or key. */
  attachments: PublicAttachment[]
  mentionedUserIds: string[]
  mentionsEveryone: boolean
  forwardedFrom: { senderId: string; sentAt: string } | null
}

export interface PublicAttachment extends Omit<AttachedFile, 'thumbnail'> {
  path: string
  /** A small WebP, of a picture. */
  thumbnail: { path: string; width: number; height: number } | null
}

export interface PublicMessageRef {
  id: string
  seq: number
}

export const publicMessage = (message: MessagePayload): PublicMessage => ({
  id: message.id,
  conversationId: message.conversation.id,
  seq: message.seq,
  senderId: message.sender.id,
  text: message.text,
  clientMessageId: message.clientMessageId,
  createdAt: message.createdAt,
  version: message.version ?? 1,
  editedAt: message.editedAt ?? null,
  deletedAt: message.deletedAt ?? null,
  deletedById: message.deletedBy?.id ?? null,
  expiresAt: message.expiresAt ?? null,
  replyTo: publicRef(message.replyTo),
  threadRoot: publicRef(message.threadRoot),
  attachments: (message.attachments ?? []).map(publicAttachment),
  mentionedUserIds: (message.mentions ?? []).map(({ id }) => id),
  mentionsEveryone: message.mentionsEveryone ?? false,
  forwardedFrom: message.forwardedFrom
    ? { senderId: message.forwardedFrom.sender.id, sentAt: message.forwardedFrom.sentAt }
    : null,
})

export const publicAttachment = ({ thumbnail, ...file }: AttachedFile): PublicAttachment => {
  const { id, name, contentType, size, width, height } = file
  const path = `/files/${id}`
  return {
    ...{ id, name, contentType, size, width, height, path },
    thumbnail: thumbnail ? { path: `${path}?thumbnail=1`, ...thumbnail } : null,
  }
}

export const publicRef = (message: MessageRef | null | undefined): PublicMessageRef | null =>
  message ? { id: message.id, seq: message.seq } : null
