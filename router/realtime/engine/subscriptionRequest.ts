import type { Identity } from '../../../platform/identity/viewer.ts'
import type { TopicOpening } from '../../../platform/subgraph/topics.ts'
import type { LiveOperation, RequestContext, TopicRequest } from '../../supergraph/supergraph.ts'
import type { Gate } from './gate.ts'

/** Who asks, and with what: as they are now, since a renewed token counts from its renewal on. */
export interface Credentials {
  /** Undefined for an anonymous one. A viewer stays the same user. */
  readonly viewer: Identity | undefined
  /** What goes along with a request now. */
  context(): RequestContext
}

/** What one subscriber asks for. */
export interface SubscriptionRequest {
  live: LiveOperation
  variables: Record<string, unknown>
  topic: TopicRequest
  credentials: Credentials
  /** Of a topic in a bundle, and only there: lets so many of them read their logs at a time. */
  gate?: Gate
}

/** What a topic of a bundle begins with, since the whole bundle is opened at once. */
export interface PartOpening {
  /** The position up to which the subscriber has everything. */
  after: number
  /** What its first reading would give; without that, the log tells. */
  known?: TopicOpening
}
