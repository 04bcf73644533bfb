import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { SaveDraftDocument, ViewerDraftDocument } from '../generated.ts'
import { lengthOf, maxTextLength } from './draft.ts'
import { keepDraft, keptDraft } from './keptDrafts.ts'

/** Who writes is not interrupted: the server is told after a pause. */
const settleMs = 800

/** More than are on their way at once. */
const mostTold = 10

/**
 * What was begun and not sent: kept in this browser at once, and on the server for the viewer's other devices. A thread's
 * stays in this browser.
 *
 * @param told  what the inbox last told of the draft
 */
export function useDraft(conversationId: string, threadRootId: string | null, told: string) {
  const { client, viewerId } = useChat()
  const place = `${viewerId}.${threadRootId ?? conversationId}`
  const [text, setState] = useState(() => keptDraft(place))
  const isShared = threadRootId === null
  /** What the server has, as far as is known here. */
  const shared = useRef<string | null>(null)
  const latest = useRef(text)
  /** What was saved here, and is still to be told. */
  const own = useRef<string[]>([])

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
    own.current = [...own.current, current].slice(-mostTold)
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

  const take = useCallback(
    (found: string) => {
      // What was written here and not told yet is newer in the eyes of whoever wrote it.
      const isUntouched = latest.current === (shared.current ?? '')
      shared.current = found
      if (isUntouched && found !== latest.current) setText(found)
    },
    [setText],
  )
  useOtherDevices(isShared ? conversationId : null, told, own, take)
  return { text, setText, save }
}

/** Takes what another device wrote: as the inbox tells it, and as the server has it when somebody comes back to the page. */
function useOtherDevices(
  conversationId: string | null,
  told: string,
  own: RefObject<string[]>,
  take: (text: string) => void,
): void {
  const { client } = useChat()
  const lastTold = useRef(told)
  useEffect(() => {
    if (!conversationId || lastTold.current === told) return
    lastTold.current = told
    const at = own.current.indexOf(told)
    if (at >= 0) own.current = own.current.slice(at + 1)
    else take(told)
  }, [conversationId, told, own, take])

  useEffect(() => {
    if (!conversationId) return
    const ask = async () => {
      const { conversation } = await read(client, ViewerDraftDocument, { id: conversationId })
      take(conversation.viewerDraft?.text ?? '')
    }
    const look = () => void (document.visibilityState === 'visible' && ask().catch(() => {}))
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [client, conversationId, take])
}
