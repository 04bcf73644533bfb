import { useCallback, useEffect, useRef, useState } from 'react'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { SaveDraftDocument, ViewerDraftDocument } from '../generated.ts'
import { lengthOf, maxTextLength } from './draft.ts'
import { keepDraft, keptDraft } from './keptDrafts.ts'

/** Who writes is not interrupted: the server is told after a pause. */
const settleMs = 800

/**
 * What was begun and not sent: kept in this browser at once, and on the server for the viewer's other devices. A thread's
 * stays in this browser.
 */
export function useDraft(conversationId: string, threadRootId: string | null) {
  const { client, viewerId } = useChat()
  const place = `${viewerId}.${threadRootId ?? conversationId}`
  const [text, setState] = useState(() => keptDraft(place))
  const isShared = threadRootId === null
  /** What the server has, as far as is known here. */
  const shared = useRef<string | null>(null)
  const latest = useRef(text)

  const setText = useCallback(
    (next: string) => {
      latest.current = next
      setState(next)
      keepDraft(place, next)
    },
    [place],
  )
  const save = useCallback(() => {
    const { current } = latest
    if (!isShared || current === (shared.current ?? '') || lengthOf(current) > maxTextLength) return
    shared.current = current
    // Not worth a word: the text stays here, and goes with the next change.
    change(client, SaveDraftDocument, { input: { conversationId, text: current } }).catch(() => {
      shared.current = null
    })
  }, [client, conversationId, isShared])

  useEffect(() => {
    const timer = setTimeout(save, settleMs)
    return () => clearTimeout(timer)
  }, [text, save])
  useEffect(() => save, [save])

  useEffect(() => {
    if (!isShared) return
    const take = async () => {
      const { conversation } = await read(client, ViewerDraftDocument, { id: conversationId })
      const found = conversation.viewerDraft?.text ?? ''
      // What was written here and not told yet is newer in the eyes of whoever wrote it.
      const isUntouched = latest.current === (shared.current ?? '')
      shared.current = found
      if (isUntouched && found !== latest.current) setText(found)
    }
    const look = () => void (document.visibilityState === 'visible' && take().catch(() => {}))
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [client, conversationId, isShared, setText])
  return { text, setText, save }
}
