/** What some messages carry besides their text. Absent keys: nothing of the kind. */
export interface MessageExtras {
  /** The message that this one quotes. */
  replyTo?: MessagePlace
  /** The thread that it stands in: its root, and its position among the thread's replies, 1, 2, 3, … */
  thread?: MessagePlace & { pos: number }
  /** Users mentioned. */
  mentions?: string[]
  mentionsEveryone?: true
  /** Files that it has, as they were when it was sent: they do not change. */
  attachments?: AttachedFile[]
  /** Where the text comes from. */
  forwarded?: { messageId: string; senderId: string; /** RFC 3339 */ sentAt: string }
}

/** What is told of a file. */
export interface AttachedFile {
  id: string
  name: string
  contentType: string
  /** Bytes. */
  size: number
  /** Pixels, of a picture. */
  width: number | null
  height: number | null
  /** Pixels of its thumbnail. Absent: it has none. */
  thumbnail?: { width: number; height: number }
}

/** A message of the same conversation. */
export interface MessagePlace {
  id: string
  seq: number
}
