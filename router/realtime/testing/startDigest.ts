import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { RealtimeLimits } from '../limits.ts'
import { join } from './digest.ts'
import { digest, startHub } from './startHub.ts'

/** A newsroom where Ada is in some rooms. */
export function startDigest(rooms: string[] = [], limits: Partial<RealtimeLimits> = {}) {
  const started = startHub(limits)
  const { newsroom, pubsub, subscribe } = started
  for (const room of rooms) join(newsroom, 'ada', room)
  return {
    ...started,
    follow: (after?: string[], viewer = 'ada') => subscribe({ after }, { viewer, query: digest }),
    publish: async (events: TopicEvent[]) => {
      for (const event of events) await pubsub.publish(event.topic, JSON.stringify(event))
    },
  }
}

/** A digest is live when its owner was asked twice and all its topics have what was there. */
export const isLive = async ({ count, newsroom }: ReturnType<typeof startDigest>, topics: number) =>
  newsroom.bundlesOpened >= 2 && (await count('subscriptions')) === topics
