import { useEffect, useMemo } from 'react'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { SetTypingDocument } from '../generated.ts'

/** It is forgotten after 6 s: said again in time, and not more often. */
const againMs = 3_500

/** Tells others that the viewer types, and that they do so no more. */
export function useSayTyping(conversationId: string) {
  const { client } = useChat()
  const saying = useMemo(() => {
    let saidAt = -Infinity
    let isSaid = false
    const say = (isTyping: boolean) => {
      isSaid = isTyping
      saidAt = isTyping ? performance.now() : -Infinity
      // Not worth a word to the viewer, nor another try: it ends by itself, and the next key says it again.
      change(client, SetTypingDocument, { input: { conversationId, isTyping } }).catch(() => undefined)
    }
    return {
      /** Something was typed, and this is what stands now. */
      typed(text: string) {
        if (text.trim() === '') this.ended()
        else if (performance.now() - saidAt > againMs) say(true)
      },
      ended() {
        if (isSaid) say(false)
      },
    }
  }, [client, conversationId])
  useEffect(() => () => saying.ended(), [saying])
  return saying
}
