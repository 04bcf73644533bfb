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
  /** Where there are sharers: as it came, since the first one merges into what it gets. */
  untouched: SubgraphResult | undefined
}

/**
 * Equal fetches of one event, made once while they are under way. Only for what is the same for everybody who may get the
 * event (`@viewerIndependent`): there it does not matter with whose credentials it was asked for, as in a group.
 */
export class SharedFetches {
  /** By the payload, which is one object for all groups of a topic. Weak: a Map that comes and goes ties its copies together. */
  readonly #underWay = new WeakMap<object, Fetch[]>()

  /** `audience`: those who may get the event for the same reason. `ask`: the first one's. */
  asker(payload: object, audience: string, ask: Ask): Ask {
    return (subgraph, request) => {
      const known = this.#underWay.get(payload)?.find((fetch) => isSame(fetch, audience, subgraph, request))
      return known ? this.#share(known, ask) : this.#begin(payload, audience, subgraph, request, ask)
    }
  }

  async #share(known: Fetch, ask: Ask): Promise<SubgraphResult> {
    known.sharers++
    const answer = await known.result
    // What was refused to the first may be another one's to see. What they merge into must be their own.
    return answer.errors ? ask(known.subgraph, known.request) : copyOf(known.untouched!)
  }

  #begin(
    payload: object,
    audience: string,
    subgraph: string,
    request: FetchRequest,
    ask: Ask,
  ): Promise<SubgraphResult> {
    const result = ask(subgraph, request).then((answer) => {
      this.#end(payload, fetch)
      if (fetch.sharers > 0) fetch.untouched = copyOf(answer)
      return answer
    })
    const fetch: Fetch = { audience, subgraph, request, result, sharers: 0, untouched: undefined }
    const ofEvent = this.#underWay.get(payload)
    if (ofEvent) ofEvent.push(fetch)
    else this.#underWay.set(payload, [fetch])
    return result
  }

  #end(payload: object, fetch: Fetch): void {
    const ofEvent = this.#underWay.get(payload)!
    if (ofEvent.length === 1) this.#underWay.delete(payload)
    else ofEvent.splice(ofEvent.indexOf(fetch), 1)
  }
}

/** An event is rarely asked for twice the same: what costs most is looked at last. */
const isSame = (fetch: Fetch, audience: string, subgraph: string, { query, variables }: FetchRequest): boolean =>
  fetch.subgraph === subgraph &&
  fetch.request.query === query &&
  fetch.audience === audience &&
  JSON.stringify(fetch.request.variables) === JSON.stringify(variables)
