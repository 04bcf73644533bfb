/**
 * Files: what is known of each, which messages have it, and which objects of the object store there are. Bytes are never here.
 * A key stands in `doomed_objects` before the first byte is written under it, so nothing is ever left that nobody knows.
 */
import { index, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core'
import { ascii, exact, id, integer, timestamp } from '../columns.ts'

/** PENDING until its bytes are there, READY until a message is sent with it, HELD while one waits to be, USED while one has it. */
export type AttachmentState = 'PENDING' | 'READY' | 'HELD' | 'USED'

export const attachments = mysqlTable(
  'attachments',
  {
    id: id('id').primaryKey(),
    uploaderId: id('uploader_id').notNull(),
    state: ascii('state', { length: 16 }).$type<AttachmentState>().notNull(),
    name: exact('name', { length: 255 }).notNull(),
    contentType: ascii('content_type', { length: 127 }).notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    /** SHA-256 in hex: as announced, and once the bytes are there, theirs. */
    sha256: ascii('sha256', { length: 64 }),
    /** Pixels, of a picture, as it is shown. */
    width: integer('width'),
    height: integer('height'),
    /** Where its bytes are. */
    objectKey: id('object_key'),
    /** Where its thumbnail is, a WebP of so many bytes and pixels. Null where it has none. */
    thumbnailKey: id('thumbnail_key'),
    thumbnailSize: integer('thumbnail_size'),
    thumbnailWidth: integer('thumbnail_width'),
    thumbnailHeight: integer('thumbnail_height'),
    createdAt: timestamp('created_at').notNull(),
    /** When it goes, if no message has it by then. Null where one has, or will have. */
    expiresAt: timestamp('expires_at'),
  },
  (t) => [index('attachments_uploader').on(t.uploaderId, t.state), index('attachments_due').on(t.expiresAt)],
)

/** Which messages have which files. A message that is forwarded shares them: the bytes go with the last one. */
export const messageAttachments = mysqlTable(
  'message_attachments',
  {
    conversationId: id('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    attachmentId: id('attachment_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.seq, t.attachmentId] }),
    index('message_attachments_attachment').on(t.attachmentId),
  ],
)

/** Objects that are being written, and those to be removed. What is kept has no row here but the attachment's. */
export const doomedObjects = mysqlTable(
  'doomed_objects',
  {
    key: id('key').primaryKey(),
    /** From then on it is removed: an upload that has not ended by then never will. */
    dueAt: timestamp('due_at').notNull(),
  },
  (t) => [index('doomed_objects_due').on(t.dueAt)],
)

/** What addresses of files are signed with: made once, the same for all processes. */
export const fileKeys = mysqlTable('file_keys', {
  id: ascii('id', { length: 16 }).primaryKey(),
  /** 32 bytes, base64url. */
  secret: ascii('secret', { length: 64 }).notNull(),
})
