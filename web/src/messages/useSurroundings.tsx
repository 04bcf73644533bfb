import { useMemo, useRef, useState } from 'react'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import type { MessagePartsFragment } from '../generated.ts'
import { useTasks } from '../ui/useTasks.ts'
import { mayPin } from './mayPin.ts'
import { MessageDialogs, type AskedDialog } from './MessageDialogs.tsx'
import type { MessageDialog, TimelineSurroundings } from './TimelineContext.ts'
import type { ListScroll } from './useListScroll.ts'
import type { MessageFocus } from './useMessageFocus.ts'

interface Given extends Pick<TimelineSurroundings, 'conversationId' | 'isThread' | 'onReply' | 'onThread' | 'onShow'> {
  row: ConversationRow | null
  focus: MessageFocus
  scroll: ListScroll
}

/** What the messages of one list share: who looks, what may be done, and what is being done. */
export function useSurroundings({ row, focus, scroll, ...given }: Given) {
  const { conversationId, isThread, onReply, onThread, onShow } = given
  const { viewerId } = useChat()
  const [editing, setEditing] = useState<string | null>(null)
  const [asked, setAsked] = useState<AskedDialog | null>(null)
  const unfolded = useRef(new Set<string>()).current
  const tasks = useTasks()
  const mayWrite = row?.viewerMayWrite ?? false
  const mayPinHere = row !== null && mayPin(row)
  const surroundings = useMemo(
    () => ({
      ...{ conversationId, viewerId, isThread, mayWrite, mayPin: mayPinHere, onReply, onThread, onShow },
      focused: focus.key,
      editing,
      onFocus: focus.set,
      onEdit: setEditing,
      onAsk: (dialog: MessageDialog, message: MessagePartsFragment) => setAsked({ dialog, message }),
      unfolded,
      onUnfold: (key: string) => {
        unfolded.add(key)
        scroll.stay()
      },
      onTask: tasks.run,
    }),
    [conversationId, viewerId, isThread, mayWrite, mayPinHere, onReply, onThread, onShow, focus.key, editing],
  )
  const dialogs = asked && (
    <MessageDialogs conversationId={conversationId} asked={asked} onClose={() => setAsked(null)} />
  )
  return { surroundings, dialogs, task: tasks.run, problem: tasks.problem }
}
