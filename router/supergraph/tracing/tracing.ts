import type { Tracing } from '../../../platform/telemetry/tracing/index.ts'
import type { Answer } from '../answer.ts'
import type { Supergraph } from '../supergraph.ts'

/** The supergraph with a span for each operation, of which the requests to subgraphs are parts. */
export const traced = (supergraph: Supergraph, tracing: Tracing): Supergraph => ({
  ...supergraph,
  async execute(prepared, variables, context) {
    const { kind, operation } = prepared
    const name = operation.name?.value
    const span = tracing.start(name ? `${kind} ${name}` : kind, {
      kind: 'server',
      parent: context.traceparent,
      // https://opentelemetry.io/docs/specs/semconv/graphql/graphql-spans/
      attributes: {
        'graphql.operation.type': kind,
        ...(name ? { 'graphql.operation.name': name } : {}),
        'parley.request.id': context.requestId,
      },
    })
    const answer = await supergraph.execute(prepared, variables, { ...context, traceparent: span.traceparent })
    span.end({ failure: failureOf(answer) })
    return answer
  },
})

/** The code of the first error: its message may repeat what a client sent. */
const failureOf = ({ errors: [first] }: Answer): string | undefined =>
  first && String(first.extensions?.['code'] ?? 'error')
