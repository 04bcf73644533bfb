import {
  boundedLabel,
  errorCounter,
  histogram,
  millisecondBuckets,
  type Metrics,
} from '../../platform/telemetry/index.ts'

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

/** Measures operations by kind, name and status, and counts answers with errors by the code of the first. */
export function operationMetrics(metrics: Metrics) {
  const known = boundedLabel(MOST_NAMES, NAME_LENGTH)
  const times = histogram(metrics, {
    name: 'parley_router_operation_milliseconds',
    help: 'From a GraphQL request over HTTP to its answer, by kind of operation, its name and the status.',
    labels: ['kind', 'name', 'status'],
    buckets: millisecondBuckets,
  })
  const label = (name: string | undefined) => (name === undefined ? '(anonymous)' : known(name))
  return {
    onAnswered: ({ kind, name, status, milliseconds }: AnsweredOperation) =>
      times.observe({ kind, name: kind === 'refused' ? '' : label(name), status: String(status) }, milliseconds),
    /** Told the code of the first error of an answer. */
    onError: errorCounter(metrics, {
      name: 'parley_router_errors_total',
      help: 'Answers over HTTP with an error, refused requests included, by the code of the first error.',
      oursToMend: ['INTERNAL', 'OVERLOADED', 'TIMED_OUT', 'UNAVAILABLE'],
    }),
  }
}
