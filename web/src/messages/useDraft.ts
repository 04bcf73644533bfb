import { useCallback, useEffect, useRef, useState } from 'react'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { ViewerDraftDocument } from '../generated.ts'
import { lengthOf, maxTextLength } from './draft.ts'
import { keepDraft, keptDraft } from './keptDrafts.ts'
import { SharedDraft } from './sharedDraft.ts'

/** Who writes is not interrupted: the server is told after a pause. */
const settleMs = 800

/**
 * What was begun and not sent: kept in this browser at once, and on the server for the viewer's other devices. A thread's
 * stays in this browser.
 *
 * @param told  what the inbox last told of the draft
 */
export function useDraft(conversationId: string, threadRootId: string | null, told: string) {
  const { drafts, viewerId } = useChat()
  const place = `${viewerId}.${threadRootId ?? conversationId}`
  const [kept] = useState(() => keptDraft(place))
  const [text, setState] = useState(kept.text)
  const isShared = threadRootId === null
  const [draft] = useState(() => new SharedDraft(kept.text, kept.isTold))

  const show = useCallback(
    (next: string | null) => {
      if (next === null) return
      setState(next)
      keepDraft(place, { text: next, isTold: draft.isTold })
    },
    [draft, place],
  )
  const setText = useCallback(
    (next: string) => {
      draft.write(next)
      show(next)
    },
    [draft, show],
  )
  const save = useCallback(() => {
    const next = isShared && lengthOf(draft.text) <= maxTextLength ? draft.toSave() : null
    if (next === null) return
    // Not worth a word: the text stays here, and goes with the next change.
    drafts.save(conversationId, next).then(
      () => {
        draft.saved(true)
        if (draft.text === next) keepDraft(place, { text: next, isTold: true })
      },
      () => draft.saved(false),
    )
  }, [drafts, draft, conversationId, place, isShared])

  useEffect(() => {
    const timer = setTimeout(save, settleMs)
    return () => clearTimeout(timer)
  }, [text, save])
  useEffect(() => save, [save])

  useOtherDevices(isShared ? conversationId : null, told, draft, show)
  return { text, setText, save }
}

/** Takes what another device wrote: as the inbox tells it, and as the server has it when somebody comes back to the page. */
function useOtherDevices(
  conversationId: string | null,
  told: string,
  draft: SharedDraft,
  show: (text: string | null) => void,
): void {
  const { client } = useChat()
  const lastTold = useRef(told)
  useEffect(() => {
    if (!conversationId || lastTold.current === told) return
    lastTold.current = told
    show(draft.told(told))
  }, [conversationId, told, draft, show])

  useEffect(() => {
    if (!conversationId) return
    const ask = async () => {
      const asked = draft.ask()
      const { conversation } = await read(client, ViewerDraftDocument, { id: conversationId })
      show(draft.answered(asked, conversation.viewerDraft?.text ?? ''))
    }
    const look = () => void (document.visibilityState === 'visible' && ask().catch(() => {}))
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [client, conversationId, draft, show])
}
