import type { ConversationRowFragment } from '../generated.ts'

/** What the inbox and the open conversation know of a conversation: its row in Apollo's cache. */
export type ConversationRow = ConversationRowFragment
