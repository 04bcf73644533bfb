import type { AttachedFile, MessageExtras } from './messageExtras.ts'

/** What a sender wrote, checked: the part of a send that can wait for its time. */
export interface DraftContent {
  /** In Unicode NFC. */
  text: string
  contentHash: string
  /** The message to quote. */
  replyToId?: string
  /** A message of the thread to stand in: its root, or a reply. */
  threadRootId?: string
  /** Uploads of the sender's that go with it; of a forward, files of its source. */
  attachmentIds?: string[]
  mentions?: string[]
  mentionsEveryone?: true
  forwarded?: MessageExtras['forwarded']
  /** How long it stays, from when it is sent. */
  expireAfterMs?: number
}

/** One that waits for its time. */
export interface ScheduledDraft extends DraftContent {
  /** Its attachments, as they are told. */
  files?: AttachedFile[]
}
