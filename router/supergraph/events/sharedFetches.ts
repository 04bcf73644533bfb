import type { SubgraphResult } from '../../../platform/subgraph/subgraph.ts'
import type { Ask, FetchRequest } from '../execution/index.ts'
import { copyOf } from './copyOf.ts'

/** One that is under way. */
interface Fetch {
  readonly audience: string
  readonly subgraph: string
  readonly request: FetchRequest
  readonly result: Promise<SubgraphResult>
  sharers: number
}

/**
 * Equal fetches of one event, made once while they are under way. Only for what is the same for everybody who may get the
 * event (`@viewerIndependent`): there it does not matter with whose credentials it was asked for, as in a group.
 */
export class SharedFetches {
  /** By the payload, which is one object for all groups of a topic. */
  readonly #underWay = new WeakMap<object, Fetch[]>()

  /** `audience`: those who may get the event for the same reason. `ask`: the first one's. */
  asker(payload: object, audience: string, ask: Ask): Ask {
    return async (subgraph, request) => {
      let ofEvent = this.#underWay.get(payload)
      if (!ofEvent) this.#underWay.set(payload, (ofEvent = []))
      const known = ofEvent.find((fetch) => isSame(fetch, audience, subgraph, request))
      if (known) {
        known.sharers++
        const answer = await known.result
        // What was refused to the first may be another one's to see. What they merge into must be their own.
        return answer.errors ? ask(subgraph, request) : copyOf(answer)
      }
      const result = ask(subgraph, request)
      const fetch: Fetch = { audience, subgraph, request, result, sharers: 0 }
      ofEvent.push(fetch)
      const answer = await result
      ofEvent.splice(ofEvent.indexOf(fetch), 1)
      return fetch.sharers > 0 ? copyOf(answer) : answer
    }
  }
}

/** An event is rarely asked for twice the same: what costs most is looked at last. */
const isSame = (fetch: Fetch, audience: string, subgraph: string, { query, variables }: FetchRequest): boolean =>
  fetch.subgraph === subgraph &&
  fetch.request.query === query &&
  fetch.audience === audience &&
  JSON.stringify(fetch.request.variables) === JSON.stringify(variables)
