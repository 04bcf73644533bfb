import { setTimeout as wait } from 'node:timers/promises'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { TopicOpening } from '../../../platform/subgraph/topics.ts'
import { Unavailable } from '../../../platform/errors.ts'
import { waitAfter } from '../../../platform/time/backOff.ts'
import { isRefusal, toErrors } from '../errorPayload.ts'
import type { Engine } from './engine.ts'
import { partAway } from './resolveOnce.ts'
import type { Subscription } from './subscription.ts'

/** Readings without progress after which a subscriber is told that its topic can't be followed. */
const patience = 6

/** The stream of a topic, which those who catch up meet. */
export interface Stream {
  /** Settles when what is published from now on will be heard. */
  readonly ready: Promise<unknown>
  /** The owner's word on where the topic stands. */
  stands(rev: number): void
  /** What was handed out after `rev`, or undefined where only the log has all of it. */
  recentAfter(rev: number): TopicEvent[] | undefined
}

/** What came of handing events to a subscriber. */
type Outcome = 'handed' | 'membership ended' | 'gone'

/**
 * Brings one subscriber from its position to the stream, without a gap and without a repeat. The topic is heard before
 * its log is read, so an event is in the reading, in the stream, or in both; `subscription.at` drops what comes twice.
 *
 * An event that ends the viewer's membership is no proof that it is over now: the viewer may have come back since. So the
 * owner is asked again, and its answer counts.
 */
export async function catchUp(subscription: Subscription, topic: Stream, engine: Engine): Promise<void> {
  const { gate } = subscription.request
  try {
    await topic.ready
    if (!gate) return await readOn(subscription, topic, engine)
    // Once: who has fallen behind since comes here again.
    const opening = await subscription.opening
    subscription.opening = undefined
    if (opening) subscription.at = opening.after
    await gate.run(() => readOn(subscription, topic, engine, opening?.known))
  } catch (cause) {
    if (subscription.doubted && isRefusal(cause)) subscription.complete()
    else subscription.fail(toErrors(cause, engine.logger))
  }
}

/** `known`: what the first reading would give. */
async function readOn(subscription: Subscription, topic: Stream, engine: Engine, known?: TopicOpening): Promise<void> {
  for (let idle = known ? -1 : 0; subscription.state === 'joining'; known = undefined) {
    const from = subscription.at
    const opening = known ?? (await engine.log.open(subscription))
    if (subscription.state !== 'joining') return
    topic.stands(opening.rev)
    subscription.at ??= opening.rev
    let outcome = await hand(subscription, opening.events, engine.limits.resolveAhead)
    if (outcome === 'handed' && !opening.more) outcome = await meetTheStream(subscription, topic, engine)
    subscription.doubted = outcome === 'membership ended'
    if (subscription.state !== 'joining') return
    idle = subscription.at === from ? idle + 1 : 0
    if (idle === patience) throw new Unavailable('The log of this topic does not get on.', { retryAfterMs: 5_000 })
    if (idle > 0) await wait(waitAfter(idle, { leastMs: 100, mostMs: 5_000 }), undefined, { ref: false })
  }
}

/** Hands over what the stream brought meanwhile, until the group can take the subscriber, or only the log can help. */
async function meetTheStream(subscription: Subscription, topic: Stream, { limits }: Engine): Promise<Outcome> {
  while (subscription.state === 'joining' && !subscription.group.admit(subscription)) {
    const recent = topic.recentAfter(subscription.at!)
    if (!recent?.length) return 'handed'
    const outcome = await hand(subscription, recent, limits.resolveAhead)
    if (outcome !== 'handed') return outcome
  }
  return subscription.state === 'ended' ? 'gone' : 'handed'
}

/** Resolves some events ahead, hands them over in order, and no faster than the reader takes them. */
async function hand(subscription: Subscription, events: readonly TopicEvent[], ahead: number): Promise<Outcome> {
  const due = events.filter(({ rev }) => rev > subscription.at!)
  const started = due.slice(0, ahead).map((event) => subscription.group.resolve(event, subscription))
  for (const [index, event] of due.entries()) {
    const { result, isAway } = await started[index]!
    const next = due[index + ahead]
    if (next) started.push(subscription.group.resolve(next, subscription))
    if (subscription.state !== 'joining') return 'gone'
    if (isAway) throw partAway()
    subscription.hand(event, result)
    if (subscription.isEndedBy(event)) return 'membership ended'
    await subscription.drained()
  }
  return 'handed'
}
