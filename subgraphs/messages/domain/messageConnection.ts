import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { messageCursor } from './messageRange.ts'
import type { Page } from './page.ts'

/** A page of messages as Relay has it. A cursor is a position in the list, which never changes while messages arrive. */
export function messageConnection<T>(
  { items, hasNext, hasPrevious }: Page<T>,
  messageOf: (item: T) => MessagePayload,
  positionOf: (item: T) => number,
) {
  const edges = items.map((item) => ({ node: messageOf(item), cursor: messageCursor.encode([positionOf(item)]) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
