import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { Outcome } from './settleDrafts.ts'

/** The events of new messages, each with its place in the trace of its own send: one transaction serves many. */
export function tracedEvents(
  events: readonly TopicEvent[],
  sends: readonly { traceparent: string | undefined }[],
  outcomes: readonly Outcome[],
): readonly TopicEvent[] {
  const places = new Map<string, string>()
  sends.forEach(({ traceparent }, place) => {
    const outcome = outcomes[place]!
    if (traceparent !== undefined && 'message' in outcome) places.set(outcome.message.id, traceparent)
  })
  if (places.size === 0) return events
  return events.map((event) => {
    const traceparent = places.get((event.payload as { message?: { id?: string } }).message?.id ?? '')
    return traceparent === undefined ? event : { ...event, traceparent }
  })
}
