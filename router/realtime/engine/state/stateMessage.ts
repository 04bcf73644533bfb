import { Unavailable } from '../../../../platform/errors.ts'
import type { StateEvent } from '../../../../platform/events/stateEvent.ts'
import type { TopicOpening } from '../../../../platform/subgraph/topics.ts'

/** The longest that a state may say it lasts: what a timer can hold. */
const longestMs = 2 ** 31 - 1

/** The state in a pub/sub message, or undefined where the text is no state of this topic. */
export function readStateMessage(text: string, topic: string): StateEvent | undefined {
  try {
    const event: unknown = JSON.parse(text)
    return isStateEvent(event) && event.topic === topic && !event.ends && !event.withheld ? event : undefined
  } catch {
    return undefined
  }
}

/**
 * The states of an opening.
 * @throws Unavailable  the owner's answer holds something else, or a topic that was not asked for
 */
export function statesIn({ events }: TopicOpening, topics: readonly string[]): StateEvent[] {
  if (events.every((event) => isStateEvent(event) && topics.includes(event.topic))) return events as StateEvent[]
  throw new Unavailable('A topic of state was opened with an answer that is none.')
}

function isStateEvent(value: unknown): value is StateEvent {
  const event = value as StateEvent | null
  if (typeof event !== 'object' || event === null || typeof event.topic !== 'string') return false
  const { key, rev, payload, lastsMs, then } = event
  const isTimed = lastsMs === undefined || (Number.isSafeInteger(lastsMs) && lastsMs >= 0 && lastsMs <= longestMs)
  return (
    typeof key === 'string' &&
    Number.isSafeInteger(rev) &&
    isPayload(payload) &&
    isTimed &&
    (then === undefined || isPayload(then))
  )
}

const isPayload = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { __typename?: unknown }).__typename === 'string'
