import { createContext, useContext } from 'react'
import type { MessagePartsFragment, QuoteFragment } from '../generated.ts'

/** What is asked about a message in a dialog over the page. */
export type MessageDialog = 'delete' | 'edits' | 'forward' | 'reactions'

/** What a message has to know of the list it stands in. */
export interface TimelineSurroundings {
  conversationId: string
  viewerId: string
  /** Key of the row that the keyboard stands on. */
  focused: string | null
  /** Id of the message that is being changed. */
  editing: string | null
  /** A thread shows no threads of its own. */
  isThread: boolean
  /** Keys of long messages that are shown in full. */
  unfolded: Set<string>
  mayWrite: boolean
  mayPin: boolean
  onFocus(key: string): void
  onReply(message: QuoteFragment): void
  /** Null ends it. */
  onEdit(messageId: string | null): void
  onAsk(dialog: MessageDialog, message: MessagePartsFragment): void
  onThread(root: QuoteFragment): void
  /** A long message is to be shown in full. */
  onUnfold(key: string): void
  /** Does something, and says where it could not be done. */
  onTask(task: () => Promise<void>): void
  /** Shows a message of the conversation, wherever it is. */
  onShow(messageId: string): void
}

export const TimelineContext = createContext<TimelineSurroundings | null>(null)

export function useTimelineContext(): TimelineSurroundings {
  const surroundings = useContext(TimelineContext)
  if (!surroundings) throw new Error('useTimelineContext is for components inside TimelineContext')
  return surroundings
}
