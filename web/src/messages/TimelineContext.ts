import { createContext, useContext } from 'react'
import type { QuoteFragment } from '../generated.ts'

/** What a message has to know of the timeline it stands in. */
export interface TimelineSurroundings {
  conversationId: string
  onReply(message: QuoteFragment): void
}

export const TimelineContext = createContext<TimelineSurroundings | null>(null)

export function useTimelineContext(): TimelineSurroundings {
  const surroundings = useContext(TimelineContext)
  if (!surroundings) throw new Error('useTimelineContext is for components inside TimelineContext')
  return surroundings
}
