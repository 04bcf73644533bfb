import type { SubgraphResult } from '../../../platform/subgraph/subgraph.ts'
import type { Ask } from '../execution/index.ts'
import { copyOf } from './copyOf.ts'

/**
 * Equal fetches of one event, made once while they are under way. Only for what is the same for everybody who may get the
 * event (`@viewerIndependent`): there it does not matter with whose credentials it was asked for, as in a group.
 */
export class SharedFetches {
  /** By the payload, which is one object for all groups of a topic. */
  readonly #underWay = new WeakMap<object, Map<string, { result: Promise<SubgraphResult>; sharers: number }>>()

  /** `audience`: those who may get the event for the same reason. `ask`: the first one's. */
  asker(payload: object, audience: string, ask: Ask): Ask {
    return async (subgraph, request) => {
      let ofEvent = this.#underWay.get(payload)
      if (!ofEvent) this.#underWay.set(payload, (ofEvent = new Map()))
      const key = JSON.stringify([audience, subgraph, request.query, request.variables])
      const known = ofEvent.get(key)
      if (known) {
        known.sharers++
        const answer = await known.result
        // What was refused to the first may be another one's to see. What they merge into must be their own.
        return answer.errors ? ask(subgraph, request) : copyOf(answer)
      }
      const result = ask(subgraph, request)
      const fetch = { result, sharers: 0 }
      ofEvent.set(key, fetch)
      const answer = await result
      ofEvent.delete(key)
      return fetch.sharers > 0 ? copyOf(answer) : answer
    }
  }
}
