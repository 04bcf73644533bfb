import { LimitExceeded } from '../../../platform/errors.ts'
import { Bundle, type SubscribePart } from './bundle.ts'
import type { Engine } from './engine.ts'
import type { Sink } from './sink.ts'
import type { SubscriptionRequest } from './subscriptionRequest.ts'

/**
 * The bundles of a router: so many for each user, since each of them may have many topics. Those who are not signed in are told
 * apart by their addresses.
 */
export class Bundles {
  readonly #engine: Engine
  readonly #open = new Map<string, number>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** @throws LimitExceeded  the viewer has as many as they may have */
  open(request: SubscriptionRequest, subscribe: SubscribePart, sink: Sink): Bundle {
    const { viewer, address = '' } = request.credentials.context()
    const user = viewer ? `user ${viewer.userId}` : `address ${address}`
    const count = this.#open.get(user) ?? 0
    const { bundlesPerUser } = this.#engine.limits
    if (count >= bundlesPerUser) {
      throw new LimitExceeded(`A user has at most ${bundlesPerUser} subscriptions of this kind at the same time.`)
    }
    this.#open.set(user, count + 1)
    const bundle = new Bundle(request, subscribe, sink, this.#engine, () => this.#closed(user))
    void bundle.open()
    return bundle
  }

  #closed(user: string): void {
    const left = this.#open.get(user)! - 1
    if (left > 0) this.#open.set(user, left)
    else this.#open.delete(user)
  }
}
