import type { ConversationEvent } from './conversationEvent.ts'

/** The server's own list (docs/inbox.md): what touches only messages that are there already, and who may write. */
const quiet: ReadonlySet<string> = new Set([
  'MessageEdited',
  'MessageDeleted',
  'ReactionChanged',
  'MessagePinned',
  'MessageUnpinned',
  'WritingChanged',
] satisfies ConversationEvent['__typename'][])

/** Whether an event moves its conversation up in the inbox. */
export const isActivity = ({ __typename }: ConversationEvent): boolean => !quiet.has(__typename)
