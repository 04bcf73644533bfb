import type { LiveOperation, PreparedOperation, Supergraph } from '../supergraph/index.ts'
import { recordedOperation, type RecordedOperation } from './recordedOperation.ts'
import type { UsageRecorder } from './usageRecorder.ts'

/** The supergraph, with a count of what clients ask for: each query and mutation, and each subscription when it begins. */
export function recording(supergraph: Supergraph, recorder: Pick<UsageRecorder, 'count'>): Supergraph {
  const known = new WeakMap<PreparedOperation['document'], Map<string, RecordedOperation>>()
  const live = new WeakMap<PreparedOperation, PreparedOperation>()
  const recordedOf = (prepared: PreparedOperation): RecordedOperation => {
    const name = prepared.operation.name?.value ?? ''
    let byName = known.get(prepared.document)
    if (!byName) known.set(prepared.document, (byName = new Map()))
    let recorded = byName.get(name)
    if (!recorded) byName.set(name, (recorded = recordedOperation(supergraph.apiSchema, prepared)))
    return recorded
  }
  const countLive = (prepared: PreparedOperation, own: LiveOperation): LiveOperation => ({
    ...own,
    async admit(variables, context) {
      recorder.count(recordedOf(prepared), context.client)
      await own.admit?.(variables, context)
    },
  })
  return {
    ...supergraph,
    prepare(query, operationName) {
      const prepared = supergraph.prepare(query, operationName)
      if ('errors' in prepared || !prepared.live) return prepared
      let counted = live.get(prepared)
      if (!counted) live.set(prepared, (counted = { ...prepared, live: countLive(prepared, prepared.live) }))
      return counted
    },
    execute(prepared, variables, context) {
      recorder.count(recordedOf(prepared), context.client)
      return supergraph.execute(prepared, variables, context)
    },
  }
}
