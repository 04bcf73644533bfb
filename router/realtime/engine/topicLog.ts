import type { BundleTopic, TopicOpening } from '../../../platform/subgraph/topics.ts'
import { withDeadline } from '../deadline.ts'
import { isRefusal } from '../errorPayload.ts'
import type { RealtimeLimits } from '../limits.ts'
import type { RealtimeMetrics } from '../metrics.ts'
import { Gate } from './gate.ts'
import { renewing } from './renewing.ts'
import { retrying } from './retrying.ts'
import { SharedAnswer } from './sharedAnswer.ts'
import { SharedReadings } from './sharedReadings.ts'
import type { Subscription } from './subscription.ts'
import type { SubscriptionRequest } from './subscriptionRequest.ts'
import { Turns } from './turns.ts'
import { checkBundle, checkOpening } from './topicMessage.ts'

type Why = 'join' | 'hole' | 'admission'

/**
 * The change logs of topics, as their owners show them to a viewer. Readings are bounded: those who join wait for each
 * other, while the holes of running topics have places of their own, so that a crowd coming back does not hold up the rest.
 * Who joins where somebody has just read takes over that page; the owner then only says whether this viewer may have it.
 */
export class TopicLog {
  readonly #joins: Gate
  readonly #holes: Gate
  readonly #pages: SharedReadings
  /** Questions under way whether a viewer may open a topic, by session, token, field and topic. */
  readonly #admissions = new Map<string, SharedAnswer<TopicOpening>>()
  /** What a page holds is handed to a crowd bit by bit, or nothing else would run for seconds. */
  readonly #turns = new Turns(16)
  readonly #limits: RealtimeLimits
  readonly #metrics: RealtimeMetrics

  constructor(limits: RealtimeLimits, metrics: RealtimeMetrics) {
    const { openings, openingsWaiting: waiting, openingsWaitMs: waitMs } = limits
    this.#joins = new Gate(openings, { waiting, waitMs, line: metrics.openingsWaiting })
    this.#holes = new Gate(Math.max(1, openings >> 2))
    this.#pages = new SharedReadings(limits.sharedReadings, limits.sharedReadingMs)
    this.#limits = limits
    this.#metrics = metrics
  }

  /**
   * Opens the topic for the subscriber: may it, where does the topic stand, what came after `at`?
   * @throws the owner's refusal; UNAVAILABLE after several tries; OVERLOADED at once
   */
  open(subscription: Subscription): Promise<TopicOpening> {
    const wanted = () => subscription.state !== 'ended'
    const open = () => retrying(() => this.#open(subscription, subscription.at), wanted)
    return renewing(open, subscription.request.credentials, wanted, this.#limits)
  }

  /**
   * Asks for the topics of a bundle.
   * @throws the owner's refusal; UNAVAILABLE after several tries; OVERLOADED at once
   */
  openBundle(request: SubscriptionRequest, wanted: () => boolean): Promise<readonly BundleTopic[]> {
    const { live, topic, credentials } = request
    const read = () =>
      withDeadline(this.#limits.openTimeoutMs, (signal) => live.openBundle(topic, { ...credentials.context(), signal }))
    this.#metrics.readings.inc({ why: 'bundle' })
    const open = () => retrying(async () => checkBundle(await this.#joins.run(read, wanted)), wanted)
    return renewing(open, request.credentials, wanted, this.#limits)
  }

  /** What came after `after`, with the credentials of one subscriber whose token holds. */
  readHole(reader: Subscription, after: number): Promise<TopicOpening> {
    const wanted = () => reader.state !== 'ended' && !reader.isExpired
    const read = () => this.#holes.run(() => this.#read(reader, after, 'hole'))
    return renewing(read, reader.request.credentials, wanted, this.#limits)
  }

  /** A topic that nobody follows any more: what happens there is not heard, so its pages grow old. */
  forget(topic: string): void {
    this.#pages.forget(topic)
  }

  async #open(subscription: Subscription, after: number | undefined): Promise<TopicOpening> {
    const { name } = subscription.request.topic
    const wanted = () => subscription.state !== 'ended'
    const read = (isWanted: () => boolean) => this.#joins.run(() => this.#read(subscription, after, 'join'), isWanted)
    if (after === undefined) return read(wanted)
    for (let shared = this.#pages.of(name, after, wanted); shared; shared = this.#pages.of(name, after, wanted)) {
      const page = await shared.catch(refused)
      // After the page was read: a removal in between is refused here, a later one is an event after the page.
      if (!page) continue
      this.#metrics.catchUps.inc({ from: 'another' })
      // The opening of a bundle has said that this viewer may have all that comes after it, up to a removal.
      const isWhole = page.events[0]?.rev === after + 1
      if (subscription.request.gate && !subscription.doubted && isWhole) return page
      const { rev } = await this.#admission(subscription, wanted)
      await this.#turns.take()
      return { ...page, rev: Math.max(page.rev, rev) }
    }
    this.#metrics.catchUps.inc({ from: 'log' })
    return this.#pages.read(name, after, wanted, read)
  }

  /** Several sockets of one session ask together. */
  #admission(subscription: Subscription, wanted: () => boolean): Promise<TopicOpening> {
    const { live, topic, credentials } = subscription.request
    const { viewer, authorization } = credentials.context()
    const key = JSON.stringify([viewer?.userId, viewer?.sessionId, authorization, live.field, topic.name])
    const others = this.#admissions.get(key)
    if (others) return others.join(wanted)
    const read = () => this.#read(subscription, undefined, 'admission')
    const admission = new SharedAnswer((isWanted) => this.#joins.run(read, isWanted), wanted)
    this.#admissions.set(key, admission)
    const done = () => void this.#admissions.delete(key)
    admission.answer.then(done, done)
    return admission.answer
  }

  async #read({ request }: Subscription, after: number | undefined, why: Why): Promise<TopicOpening> {
    this.#metrics.readings.inc({ why })
    const { live, topic, credentials } = request
    const opening = await withDeadline(this.#limits.openTimeoutMs, (signal) =>
      live.open({ ...topic, after }, this.#limits.pageSize, { ...credentials.context(), signal }),
    )
    return checkOpening(opening)
  }
}

/** A reading that its reader was refused says nothing about others; any other failure is everybody's. */
function refused(cause: unknown): undefined {
  if (!isRefusal(cause)) throw cause
}
