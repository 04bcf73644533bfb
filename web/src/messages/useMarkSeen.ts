import { useEffect } from 'react'
import { useChat } from '../app/ChatContext.ts'

/** What is on the screen at its end, in a page that somebody looks at, counts as seen. */
export function useMarkSeen(conversationId: string, lastSeq: number, isAtEnd: boolean): void {
  const { seen } = useChat()
  useEffect(() => {
    const mark = () => {
      if (isAtEnd && lastSeq > 0 && document.visibilityState === 'visible') seen.mark(conversationId, lastSeq)
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [seen, conversationId, lastSeq, isAtEnd])
}
