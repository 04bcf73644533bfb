import { BadUserInput, OperationTooExpensive, type ParleyError } from '../../../platform/errors.ts'
import { Answer } from '../answer.ts'
import { coerceVariables } from '../coerceVariables.ts'
import type { Rates } from '../rates/rates.ts'
import type { LiveOperation, PreparedOperation, Supergraph } from '../supergraph.ts'
import { compilePrice, type Price } from './compilePrice.ts'
import type { Weights } from './weights.ts'

/** The header that tells what an operation costs. */
export const COST_HEADER = 'x-operation-cost'

interface Bounds {
  /** Of one operation; 0: any price. */
  limit: number
  /** Of what a viewer asks within a time. Undefined: nobody counts. */
  rates?: Rates | undefined
}

/** The supergraph for operations up to a price and within rates, which are told in headers. */
export function pricing(supergraph: Supergraph, weights: Weights, { limit, rates }: Bounds): Supergraph {
  const prices = new WeakMap<PreparedOperation, Price>()
  const live = new WeakMap<PreparedOperation, PreparedOperation>()
  const priceOf = (prepared: PreparedOperation): Price => {
    let price = prices.get(prepared)
    if (!price) prices.set(prepared, (price = compilePrice(supergraph.apiSchema, weights, prepared)))
    return price
  }
  /** Undefined: the variables do not fit, and nothing will run. @throws BadUserInput */
  const costOf = (prepared: PreparedOperation, variables: Record<string, unknown>): number | undefined => {
    const coerced = coerceVariables(supergraph.apiSchema, prepared.operation, variables)
    return 'errors' in coerced ? undefined : priceOf(prepared)(coerced.values)
  }
  const check = (cost: number): OperationTooExpensive | undefined =>
    limit > 0 && cost > limit
      ? new OperationTooExpensive(`The operation costs ${cost}: at most ${limit} is allowed.`)
      : undefined
  const admitting =
    (prepared: PreparedOperation): NonNullable<LiveOperation['admit']> =>
    async (variables, context) => {
      const cost = costOf(prepared, variables) ?? 0
      const refusal = check(cost) ?? (await rates?.take('subscription', cost, context))?.refusal
      if (refusal) throw refusal
    }
  return {
    ...supergraph,
    prepare(query, operationName) {
      const prepared = supergraph.prepare(query, operationName)
      if ('errors' in prepared || !prepared.live) return prepared
      let priced = live.get(prepared)
      if (priced) return priced
      priced = { ...prepared, live: { ...prepared.live, admit: admitting(prepared) } }
      live.set(prepared, priced)
      return priced
    },
    async execute(prepared, variables, context) {
      let cost: number | undefined
      try {
        cost = costOf(prepared, variables)
      } catch (error) {
        if (error instanceof BadUserInput) return refused(error, {})
        throw error
      }
      if (cost === undefined) return supergraph.execute(prepared, variables, context)
      const tooExpensive = check(cost)
      // What is refused runs nothing: it counts as an operation, and not with its price.
      const taken = await rates?.take(prepared.kind, tooExpensive ? 1 : cost, context)
      const headers = { [COST_HEADER]: String(cost), ...taken?.headers }
      const refusal = tooExpensive ?? taken?.refusal
      if (refusal) return refused(refusal, headers)
      return (await supergraph.execute(prepared, variables, context)).with({ headers })
    },
  }
}

const refused = ({ message, extensions }: ParleyError, headers: Record<string, string>): Answer =>
  new Answer(undefined, [{ message, extensions }], { headers })
