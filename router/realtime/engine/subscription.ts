import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { LiveOperation, RequestContext, TopicRequest } from '../../supergraph/supergraph.ts'
import type { TopicOpening } from '../../../platform/subgraph/topics.ts'
import type { Gate } from './gate.ts'
import type { Group } from './group.ts'
import type { SharedResult } from './sharedResult.ts'
import type { Sink } from './sink.ts'
import { Subscriber } from './subscriber.ts'

/** What one subscriber asks for. */
export interface SubscriptionRequest {
  live: LiveOperation
  variables: Record<string, unknown>
  topic: TopicRequest
  /** The viewer's credentials as they are now: a renewed token counts from its renewal on. */
  context: () => RequestContext
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

/** One subscriber of one topic: where it stands. It is `live` once its group writes to it; before, it reads what is past. */
export class Subscription extends Subscriber<'live'> {
  readonly group: Group
  /** The position up to which this subscriber has everything it asked for; undefined: it starts where the topic stands. */
  at: number | undefined
  /** The last event that it got may have ended its viewer's membership: the owner's word counts. */
  doubted = false
  /** Of a topic in a bundle, until it is known; resolves with undefined where it has left before. */
  opening: Promise<PartOpening | undefined> | undefined
  readonly #release: (ended: Subscription) => void

  /** `release` is called once, when it has ended. */
  constructor(request: SubscriptionRequest, group: Group, sink: Sink, release: (ended: Subscription) => void) {
    super(request, sink)
    this.group = group
    this.#release = release
    this.at = request.topic.after
  }

  /** Hands over the result of one event, once: an event at or before `at` is a repeat. True when it was handed over. */
  hand(event: TopicEvent, result: SharedResult): boolean {
    if (this.state === 'ended' || (this.at !== undefined && event.rev <= this.at)) return false
    this.at = event.rev
    this.sink.next(result, event)
    return true
  }

  isEndedBy(event: TopicEvent): boolean {
    return event.endsFor !== undefined && this.userId !== undefined && event.endsFor.includes(this.userId)
  }

  drained(): Promise<void> | undefined {
    return this.sink.drained()
  }

  protected override released(): void {
    this.#release(this)
  }
}
