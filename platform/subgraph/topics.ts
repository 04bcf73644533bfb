import type { Viewer } from '../identity/viewer.ts'
import type { StateEvent } from '../events/stateEvent.ts'
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
    _openTopic(field: String!, topic: String, arguments: _Any!, after: Int, limit: Int!): _TopicOpening!
    """
    The topics that a subscription field with \`bundle: true\` is fed by, for this viewer, as JSON (BundleTopic). Each is then
    opened by \`_openTopic\` with its name. Errors: UNAUTHENTICATED, INVALID_INPUT.
    """
    _openBundle(field: String!, arguments: _Any!): [_Any!]!
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

/**
 * The answer for a field of state (`@liveState`): what each key of its topics is now. A key without a state has none, or the
 * one that `then` said.
 */
export interface StateOpening extends TopicOpening {
  rev: 0
  events: StateEvent[]
  more: false
}

export const stateOpening = (events: StateEvent[]): StateOpening => ({ rev: 0, events, more: false })

/** One topic of a bundle: where this viewer is in it, and where it stands. */
export interface BundleTopic {
  topic: string
  /** The position up to which the viewer has everything. */
  after: number
  /** Where the topic stands. */
  rev: number
  /** What comes first after `after`, where the owner wants to say something that the log does not. */
  events?: TopicEvent[]
  /**
   * On one of them: there are more than are told, of which these are to be followed now. Ask again now and then, with these arguments in
   * place of those given, and follow which are told then.
   */
  again?: Record<string, unknown>
}

/**
 * What a subgraph brings for a field that is fed by many topics. Events of these topics say by `follows` and `leaves` how the
 * bundle changes. Whoever is told a topic by `topics`, or by `follows`, may have what comes after the position told with it.
 */
export interface BundleSource<Context> {
  topics(
    request: { arguments: Record<string, unknown>; viewer: Viewer },
    context: Context,
  ): Promise<readonly BundleTopic[]>
  open(
    request: { topic: string; after: number | undefined; limit: number; viewer: Viewer },
    context: Context,
  ): Promise<TopicOpening>
}

/** One per subscription field: what a subgraph brings for it. */
export type TopicSource<Context> = (
  request: { arguments: Record<string, unknown>; after: number | undefined; limit: number; viewer: Viewer },
  context: Context,
) => Promise<TopicOpening>
