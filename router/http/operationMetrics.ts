import { histogram, millisecondBuckets, type Metrics } from '../../platform/telemetry/index.ts'

export interface AnsweredOperation {
  /** query, mutation, or refused. */
  kind: string
  /** Its name in the document, where it has one. */
  name: string | undefined
  status: number
  milliseconds: number
  requestId: string
}

/** Names told apart. Clients choose them: those that come later are counted together. */
const MOST_NAMES = 200
const NAME_LENGTH = 100

/** Measures operations by kind, name and status. */
export function operationMetrics(metrics: Metrics): (operation: AnsweredOperation) => void {
  const names = new Set<string>()
  const times = histogram(metrics, {
    name: 'parley_router_operation_milliseconds',
    help: 'From a GraphQL request over HTTP to its answer, by kind of operation, its name and the status',
    labels: ['kind', 'name', 'status'],
    buckets: millisecondBuckets,
  })
  const label = (name: string | undefined): string => {
    if (name === undefined) return '(anonymous)'
    if (names.has(name)) return name
    if (names.size >= MOST_NAMES || name.length > NAME_LENGTH) return '(other)'
    names.add(name)
    return name
  }
  return ({ kind, name, status, milliseconds }) =>
    times.observe({ kind, name: kind === 'refused' ? '' : label(name), status: String(status) }, milliseconds)
}
