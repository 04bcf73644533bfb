import type { TopicOpening } from '../../../platform/subgraph/topics.ts'
import { withDeadline } from '../deadline.ts'
import type { RealtimeLimits } from '../limits.ts'
import type { RealtimeMetrics } from '../metrics.ts'
import { Gate } from './gate.ts'
import { retrying } from './retrying.ts'
import type { Subscription } from './subscription.ts'
import { checkOpening } from './topicMessage.ts'

/**
 * The change logs of topics, as their owners show them to a viewer. Readings are bounded: those who join wait for each
 * other, while the holes of running topics have places of their own, so that a crowd coming back does not hold up the rest.
 */
export class TopicLog {
  readonly #joins: Gate
  readonly #holes: Gate
  readonly #limits: RealtimeLimits
  readonly #metrics: RealtimeMetrics

  constructor(limits: RealtimeLimits, metrics: RealtimeMetrics) {
    this.#joins = new Gate(limits.openings, limits.openingsWaiting)
    this.#holes = new Gate(Math.max(1, limits.openings >> 2), Infinity)
    this.#limits = limits
    this.#metrics = metrics
  }

  /**
   * Opens the topic for the subscriber: may it, where does the topic stand, what came after `at`?
   * @throws the owner's refusal; UNAVAILABLE after several tries; OVERLOADED at once
   */
  open(subscription: Subscription): Promise<TopicOpening> {
    const wanted = () => subscription.state !== 'ended'
    return retrying(() => this.#joins.run(() => this.#read(subscription, subscription.at, 'join')), wanted)
  }

  /** What came after `after`, with the credentials of one subscriber. */
  readHole(reader: Subscription, after: number): Promise<TopicOpening> {
    return this.#holes.run(() => this.#read(reader, after, 'hole'))
  }

  async #read({ request }: Subscription, after: number | undefined, why: 'join' | 'hole'): Promise<TopicOpening> {
    this.#metrics.readings.inc({ why })
    const { live, topic, context } = request
    const opening = await withDeadline(this.#limits.openTimeoutMs, (signal) =>
      live.open({ ...topic, after }, this.#limits.pageSize, { ...context(), signal }),
    )
    return checkOpening(opening)
  }
}
