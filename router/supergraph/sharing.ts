import { TimedOut } from '../../platform/errors.ts'
import type { Answer } from './answer.ts'
import { coerceVariables } from './coerceVariables.ts'
import type { PreparedOperation, RequestContext, Supergraph } from './supergraph.ts'

/** An execution under way, and how many wait for it. */
interface Shared {
  readonly answer: Promise<Answer>
  readonly controller: AbortController
  waiting: number
}

/**
 * The supergraph where equal queries of one viewer (document, variables, credentials and address) that are in flight at once
 * share one execution. It goes on while one of them listens, and ends when the time of one is over. Nothing is kept
 * once it is answered.
 */
export function sharing(supergraph: Supergraph): Supergraph {
  const underWay = new WeakMap<PreparedOperation, Map<string, Shared>>()
  const begin = (prepared: PreparedOperation, variables: Record<string, unknown>, context: RequestContext): Shared => {
    const controller = new AbortController()
    const answer = supergraph.execute(prepared, variables, { ...context, signal: controller.signal })
    return { answer, controller, waiting: 0 }
  }
  return {
    ...supergraph,
    async execute(prepared, variables, context) {
      if (prepared.kind !== 'query' || context.explain) return supergraph.execute(prepared, variables, context)
      const coerced = coerceVariables(supergraph.apiSchema, prepared.operation, variables)
      if ('errors' in coerced) return supergraph.execute(prepared, variables, context)
      let ofOperation = underWay.get(prepared)
      if (!ofOperation) underWay.set(prepared, (ofOperation = new Map()))
      const key = JSON.stringify([context.authorization, context.address, coerced.values])
      let shared = ofOperation.get(key)
      if (!shared) {
        const begun = (shared = begin(prepared, variables, context))
        const executions = ofOperation
        executions.set(key, begun)
        const end = () => void (executions.get(key) === begun && executions.delete(key))
        begun.answer.then(end, end)
        // Nobody is to join what was called off.
        begun.controller.signal.addEventListener('abort', end, { once: true })
      }
      return await listen(shared, context.signal)
    },
  }
}

async function listen(shared: Shared, signal: AbortSignal | undefined): Promise<Answer> {
  const leave = () => {
    const reason: unknown = signal?.reason
    if (--shared.waiting === 0 || reason instanceof TimedOut) shared.controller.abort(reason)
  }
  shared.waiting++
  if (signal?.aborted) leave()
  signal?.addEventListener('abort', leave, { once: true })
  try {
    return await shared.answer
  } finally {
    signal?.removeEventListener('abort', leave)
  }
}
