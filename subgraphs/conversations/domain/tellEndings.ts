import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { presenceTopic } from '../../../platform/presence/index.ts'
import { tellAccessChange } from '../../../platform/subgraph/index.ts'
import type { Live } from './live.ts'

/**
 * Tells routers whose memberships have ended, before that is acknowledged: what is state (typing, receipts, presence) is told to
 * them no more (I6). Where it cannot be told now, the event itself tells it when it arrives.
 */
export async function tellEndings(live: Live, events: readonly TopicEvent[]): Promise<void> {
  const viewers = [...new Set(events.flatMap(({ endsFor }) => endsFor ?? []))]
  if (viewers.length === 0) return
  try {
    await tellAccessChange(live.pubsub, { viewers, topics: viewers.map(presenceTopic) })
  } catch (error) {
    live.warn({ error }, 'the end of a membership was not told to routers: its event does it')
  }
}
