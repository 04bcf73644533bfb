import type { Viewer } from '../identity/viewer.ts'
import type { TopicEvent } from '../events/topicEvent.ts'

/**
 * The protocol by which the router, which knows nothing of chat, opens a live topic at the subgraph that owns it.
 * Like `_entities`, these fields are added to the executable schema and are no part of the composed one.
 */
export const topicProtocolSDL = /* GraphQL */ `
  extend type Query {
    """
    May this viewer open the topic behind a subscription field; where does it stand; what came after \`after\`?
    \`events\` holds at most \`limit\` events in ascending order of \`rev\`, as JSON (TopicEvent); \`more\` says that others follow.
    Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.
    """
    _openTopic(field: String!, arguments: _Any!, after: Int, limit: Int!): _TopicOpening!
  }
  type _TopicOpening {
    rev: Int!
    events: [_Any!]!
    more: Boolean!
  }
`
// For every field \`f: T\` of the subgraph's type Subscription there is also \`Query._event_f(payload: _Any!): T\`, which
// resolves any selection of T from an event's payload: for what the payload does not hold itself.

export interface TopicOpening {
  rev: number
  /**
   * From `after + 1` on. A source whose log no longer reaches back so far answers with one event that says so, and whose
   * `rev` is the topic's own: hand it on like any event, and go on after it.
   */
  events: TopicEvent[]
  more: boolean
}

/** One per subscription field: what a subgraph brings for it. */
export type TopicSource<Context> = (
  request: { arguments: Record<string, unknown>; after: number | undefined; limit: number; viewer: Viewer },
  context: Context,
) => Promise<TopicOpening>
