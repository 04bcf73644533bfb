import { boundedLabel, counter, histogram, millisecondBuckets, type Metrics } from '../../platform/telemetry/index.ts'

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

/** What no client can help. */
const oursToMend = ['INTERNAL', 'OVERLOADED', 'TIMED_OUT', 'UNAVAILABLE']

const MOST_CODES = 100
const CODE_LENGTH = 64

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
  const errors = counter(metrics, {
    name: 'parley_router_errors_total',
    help: 'Answers over HTTP with an error, refused requests included, by the code of the first error.',
    labels: ['code'],
  })
  const knownCode = boundedLabel(MOST_CODES, CODE_LENGTH)
  // From 0 on, so that the first one is seen as a rise.
  for (const code of oursToMend) errors.inc({ code: knownCode(code) }, 0)
  return {
    onAnswered: ({ kind, name, status, milliseconds }: AnsweredOperation) =>
      times.observe({ kind, name: kind === 'refused' ? '' : label(name), status: String(status) }, milliseconds),
    /** Told the code of the first error of an answer. */
    onError: (code: unknown) => errors.inc({ code: knownCode(String(code ?? 'none')) }),
  }
}
