import { parse } from 'graphql'
import { LRUCache } from 'lru-cache'
import { OperationNotTrusted } from '../../../platform/errors.ts'
import { counter, type Logger, type Metrics } from '../../../platform/telemetry/index.ts'
import { withCode } from '../checkDocument.ts'
import type { Supergraph } from '../supergraph.ts'
import { documentId, normalForm } from './normalForm.ts'

export interface TrustedOptions {
  /** By `documentId`. */
  documents: ReadonlySet<string>
  /** Those that are not among them: `warn` logs each once, `enforce` refuses. */
  mode: 'warn' | 'enforce'
  /** Tokens of a document that is looked at. */
  maxTokens: number
  logger: Logger
  metrics: Metrics
}

export const trustMetrics = (metrics: Metrics) =>
  counter(metrics, {
    name: 'parley_router_untrusted_operations_total',
    help: 'Requests whose operation is not in the safelist.',
  })

const VERDICTS = 10_000
const VERDICT_CHARACTERS = 4_000_000

/** The supergraph for operations of a safelist alone, over HTTP and WebSockets. Nothing else is validated or planned. */
export function trusting(supergraph: Supergraph, options: TrustedOptions): Supergraph {
  const { documents, mode, maxTokens, logger, metrics } = options
  const verdicts = new LRUCache<string, boolean>({
    max: VERDICTS,
    maxSize: VERDICT_CHARACTERS,
    sizeCalculation: (_verdict, key) => key.length + 1,
  })
  const strangers = trustMetrics(metrics)
  const judge = (query: string, operationName: string | undefined): boolean => {
    const key = `${operationName ?? ''} ${query}`
    let trusted = verdicts.get(key)
    if (trusted === undefined) {
      trusted = isTrusted(documents, { query, operationName, maxTokens })
      verdicts.set(key, trusted)
      if (!trusted) logger.warn({ operationName, query: query.slice(0, 1_000) }, 'an operation is not in the safelist')
    }
    return trusted
  }
  return {
    ...supergraph,
    prepare(query, operationName) {
      if (!judge(query, operationName)) {
        strangers.inc()
        const refusal = new OperationNotTrusted('This operation is not one of those that are served here.')
        if (mode === 'enforce') return { errors: [withCode(refusal.message, refusal)] }
      }
      return supergraph.prepare(query, operationName)
    },
  }
}

function isTrusted(
  documents: ReadonlySet<string>,
  { query, operationName, maxTokens }: { query: string; operationName: string | undefined; maxTokens: number },
): boolean {
  try {
    return documents.has(documentId(normalForm(parse(query, { maxTokens }), operationName)))
  } catch {
    // Not even a document.
    return false
  }
}
