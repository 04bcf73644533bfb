import type { StateEvent } from '../../../../platform/events/stateEvent.ts'
import { withDeadline } from '../../deadline.ts'
import type { RealtimeLimits } from '../../limits.ts'
import type { RealtimeMetrics } from '../../metrics.ts'
import { Gate } from '../gate.ts'
import type { SubscriptionRequest } from '../subscriptionRequest.ts'
import { statesIn } from './stateMessage.ts'

/** The states of topics, as their owners show them to a viewer: so many readings at a time, and the same one once. */
export class StateReadings {
  readonly #gate: Gate
  readonly #limits: RealtimeLimits
  readonly #metrics: RealtimeMetrics
  /** Readings that wait for their turn: whoever asks for the same meanwhile shares the answer. */
  readonly #waiting = new Map<string, Promise<StateEvent[]>>()

  constructor(limits: RealtimeLimits, metrics: RealtimeMetrics) {
    this.#gate = new Gate(limits.openings, limits.openingsWaiting, metrics.openingsWaiting)
    this.#limits = limits
    this.#metrics = metrics
  }

  /** @throws the owner's refusal; UNAVAILABLE; OVERLOADED at once */
  read(request: SubscriptionRequest): Promise<StateEvent[]> {
    const { viewer, authorization } = request.credentials.context()
    const { field } = request.live
    const key = JSON.stringify([viewer?.userId, viewer?.sessionId, authorization, field, request.topic.arguments])
    let reading = this.#waiting.get(key)
    if (!reading) {
      // An answer that is under way may be from before the change that the next one asks about: only the waiting share.
      const begun = () => void this.#waiting.delete(key)
      reading = Promise.resolve().then(() => this.#gate.run(() => (begun(), this.#open(request))))
      reading.catch(begun)
      this.#waiting.set(key, reading)
    }
    return reading
  }

  async #open({ live, topic, credentials }: SubscriptionRequest): Promise<StateEvent[]> {
    this.#metrics.readings.inc({ why: 'state' })
    const opening = await withDeadline(this.#limits.openTimeoutMs, (signal) =>
      live.open(topic, this.#limits.pageSize, { ...credentials.context(), signal }),
    )
    return statesIn(opening, topic.states ?? [])
  }
}
