import { OperationTooExpensive } from '../../../platform/errors.ts'
import { Answer } from '../answer.ts'
import { coerceVariables } from '../coerceVariables.ts'
import type { PreparedOperation, Supergraph } from '../supergraph.ts'
import { compilePrice, type Price } from './compilePrice.ts'
import type { Weights } from './weights.ts'

/** The header that tells what an operation costs. */
export const COST_HEADER = 'x-operation-cost'

/** The supergraph for operations up to a price, which is told in a header. `limit` 0: any price. */
export function pricing(supergraph: Supergraph, weights: Weights, limit: number): Supergraph {
  const prices = new WeakMap<PreparedOperation, Price>()
  const live = new WeakMap<PreparedOperation, PreparedOperation>()
  const priceOf = (prepared: PreparedOperation): Price => {
    let price = prices.get(prepared)
    if (!price) prices.set(prepared, (price = compilePrice(supergraph.apiSchema, weights, prepared)))
    return price
  }
  /** Undefined: the variables do not fit, and nothing will run. */
  const costOf = (prepared: PreparedOperation, variables: Record<string, unknown>): number | undefined => {
    const coerced = coerceVariables(supergraph.apiSchema, prepared.operation, variables)
    return 'errors' in coerced ? undefined : priceOf(prepared)(coerced.values)
  }
  const check = (cost: number): OperationTooExpensive | undefined =>
    limit > 0 && cost > limit
      ? new OperationTooExpensive(`The operation costs ${cost}: at most ${limit} is allowed.`)
      : undefined
  return {
    ...supergraph,
    prepare(query, operationName) {
      const prepared = supergraph.prepare(query, operationName)
      if ('errors' in prepared || !prepared.live) return prepared
      let priced = live.get(prepared)
      if (priced) return priced
      const { topic } = prepared.live
      priced = {
        ...prepared,
        live: {
          ...prepared.live,
          topic(variables) {
            const refusal = check(costOf(prepared, variables) ?? 0)
            if (refusal) throw refusal
            return topic(variables)
          },
        },
      }
      live.set(prepared, priced)
      return priced
    },
    async execute(prepared, variables, context) {
      const cost = costOf(prepared, variables)
      if (cost === undefined) return supergraph.execute(prepared, variables, context)
      const headers = { [COST_HEADER]: String(cost) }
      const refusal = check(cost)
      if (refusal)
        return new Answer(undefined, [{ message: refusal.message, extensions: refusal.extensions }], { headers })
      return (await supergraph.execute(prepared, variables, context)).with({ headers })
    },
  }
}
