import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { BundleTopic, TopicOpening } from '../../../platform/subgraph/topics.ts'
import { Unavailable } from '../../../platform/errors.ts'

/** The event in a pub/sub message, or undefined where the text is not an event of this topic. */
export function readTopicMessage(text: string, topic: string): TopicEvent | undefined {
  try {
    const event: unknown = JSON.parse(text)
    return isTopicEvent(event) && event.topic === topic ? event : undefined
  } catch {
    return undefined
  }
}

/**
 * Checks an opening, since everything after it relies on its order.
 * @throws Unavailable  the owner's answer is not an opening
 */
export function checkOpening(opening: TopicOpening): TopicOpening {
  let rev = -1
  const inOrder = opening.events.every((event) => isTopicEvent(event) && event.rev > rev && ((rev = event.rev), true))
  if (!isPosition(opening.rev) || !inOrder) throw new Unavailable('A topic was opened with an answer that is none.')
  return opening
}

/**
 * The same for the topics of a bundle.
 * @throws Unavailable  the owner's answer tells none
 */
export function checkBundle(topics: readonly BundleTopic[]): readonly BundleTopic[] {
  for (const { topic, after, rev, events = [] } of topics) {
    if (typeof topic !== 'string' || !isPosition(after) || !isPosition(rev) || !events.every(isTopicEvent)) {
      throw new Unavailable('A bundle was opened with an answer that is none.')
    }
  }
  return topics
}

const isPosition = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function isTopicEvent(value: unknown): value is TopicEvent {
  const event = value as TopicEvent | null
  return (
    typeof event === 'object' &&
    event !== null &&
    typeof event.topic === 'string' &&
    isPosition(event.rev) &&
    typeof event.payload === 'object' &&
    event.payload !== null &&
    typeof event.payload.__typename === 'string' &&
    (event.endsFor === undefined || Array.isArray(event.endsFor)) &&
    (event.follows === undefined || Array.isArray(event.follows)) &&
    (event.leaves === undefined || Array.isArray(event.leaves))
  )
}
