import type { StoredPayload } from './events.ts'

/** What touches only messages that are there already, or tells that two people block each other. */
const quiet: ReadonlySet<string> = new Set([
  'MessageEdited',
  'MessageDeleted',
  'ReactionChanged',
  'MessagePinned',
  'MessageUnpinned',
  'WritingChanged',
] satisfies StoredPayload['__typename'][])

/** Whether an event moves its conversation up in the inbox. Clients go by the same list: docs/inbox.md. */
export const isActivity = ({ __typename }: StoredPayload): boolean => !quiet.has(__typename)
