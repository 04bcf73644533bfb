import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { Resolved } from './resolved.ts'
import type { SharedResult } from './sharedResult.ts'
import type { Sink } from './sink.ts'
import { Subscriber } from './subscriber.ts'
import type { PartOpening, SubscriptionRequest } from './subscriptionRequest.ts'

/** The group of a subscription, as far as whoever brings it there deals with it. */
export interface Joinable {
  joinStarts(): void
  joinEnds(): void
  /** From now on the group writes to this subscriber. Refused (false) while it has not all that the group has written. */
  admit(subscription: Subscription): boolean
  /** The event as this group gets it. */
  resolve(event: TopicEvent, asker: Subscription): Promise<Resolved>
  leave(subscription: Subscription): void
}

/** One subscriber of one topic: where it stands. It is `live` once its group writes to it; before, it reads what is past. */
export class Subscription extends Subscriber<'live'> {
  readonly group: Joinable
  /** The position up to which this subscriber has everything it asked for; undefined: it starts where the topic stands. */
  at: number | undefined
  /** The last event that it got may have ended its viewer's membership: the owner's word counts. */
  doubted = false
  /** Of a topic in a bundle, until it is known; resolves with undefined where it has left before. */
  opening: Promise<PartOpening | undefined> | undefined

  /** The group is left once, when it has ended. */
  constructor(request: SubscriptionRequest, group: Joinable, sink: Sink) {
    super(request, sink)
    this.group = group
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
    this.group.leave(this)
  }
}
