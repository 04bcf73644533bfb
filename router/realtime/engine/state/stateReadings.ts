import type { StateEvent } from '../../../../platform/events/stateEvent.ts'
import { withDeadline } from '../../deadline.ts'
import type { RealtimeLimits } from '../../limits.ts'
import type { RealtimeMetrics } from '../../metrics.ts'
import { Gate } from '../gate.ts'
import { SharedAnswer } from '../sharedAnswer.ts'
import type { SubscriptionRequest } from '../subscriptionRequest.ts'
import { statesIn } from './stateMessage.ts'

/** The states of topics, as their owners show them to a viewer: so many readings at a time, and the same one once. */
export class StateReadings {
  readonly #gate: Gate
  readonly #limits: RealtimeLimits
  readonly #metrics: RealtimeMetrics
  /** Readings that wait for their turn: whoever asks for the same meanwhile shares the answer. */
  readonly #waiting = new Map<string, SharedAnswer<StateEvent[]>>()

  constructor(limits: RealtimeLimits, metrics: RealtimeMetrics) {
    const { openings, openingsWaiting: waiting, openingsWaitMs: waitMs } = limits
    this.#gate = new Gate(openings, { waiting, waitMs, line: metrics.openingsWaiting })
    this.#limits = limits
    this.#metrics = metrics
  }

  /**
   * `wanted`: the asker waits for it still.
   * @throws the owner's refusal; UNAVAILABLE; OVERLOADED, at once or after waiting for its turn
   */
  read(request: SubscriptionRequest, wanted: () => boolean): Promise<StateEvent[]> {
    const { viewer, authorization } = request.credentials.context()
    const { field } = request.live
    const key = JSON.stringify([viewer?.userId, viewer?.sessionId, authorization, field, request.topic.arguments])
    const others = this.#waiting.get(key)
    if (others) return others.join(wanted)
    // An answer that is under way may be from before the change that the next one asks about: only the waiting share.
    const begun = () => void this.#waiting.delete(key)
    const open = () => (begun(), this.#open(request))
    const reading = new SharedAnswer((isWanted) => Promise.resolve().then(() => this.#gate.run(open, isWanted)), wanted)
    reading.answer.catch(begun)
    this.#waiting.set(key, reading)
    return reading.answer
  }

  async #open({ live, topic, credentials }: SubscriptionRequest): Promise<StateEvent[]> {
    this.#metrics.readings.inc({ why: 'state' })
    const opening = await withDeadline(this.#limits.openTimeoutMs, (signal) =>
      live.open(topic, this.#limits.pageSize, { ...credentials.context(), signal }),
    )
    return statesIn(opening, topic.states ?? [])
  }
}
