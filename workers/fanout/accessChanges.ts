import type { TopicEvent } from '../../platform/events/index.ts'
import { presenceTopic } from '../../platform/presence/index.ts'
import { ACCESS_CHANNEL, type AccessChange } from '../../platform/subgraph/index.ts'

/**
 * What ended memberships mean for what is state (typing, receipts, presence). The process that ended them has told it at once;
 * where that failed, this does it, as surely as the events themselves arrive.
 */
export function accessChanges(events: readonly TopicEvent[]): { channel: string; message: string }[] {
  const viewers = [...new Set(events.flatMap(({ endsFor }) => endsFor ?? []))]
  if (viewers.length === 0) return []
  const change: AccessChange = { viewers, topics: viewers.map(presenceTopic) }
  return [{ channel: ACCESS_CHANNEL, message: JSON.stringify(change) }]
}
