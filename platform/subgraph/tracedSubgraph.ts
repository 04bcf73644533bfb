import { inTrace, type SpanKind, type Tracing } from '../telemetry/tracing/index.ts'
import type { SubgraphClient, SubgraphRequest, SubgraphResult } from './subgraph.ts'

/** A client with a span for each request that is part of a trace. */
export const tracedClient = (name: string, client: SubgraphClient, tracing: Tracing): SubgraphClient => ({
  execute: (request) => spanned(`fetch ${name}`, 'client', request, tracing, (inside) => client.execute(inside)),
})

/** A subgraph with the same, and what it writes is known as part of that trace. */
export const tracedSubgraph = <S extends SubgraphClient & { name: string }>(subgraph: S, tracing: Tracing): S => ({
  ...subgraph,
  execute: (request) =>
    spanned(`subgraph ${subgraph.name}`, 'server', request, tracing, (inside) =>
      inTrace(inside.traceparent, () => subgraph.execute(inside)),
    ),
})

/** What belongs to no trace begins none: health checks and the like would be most of them. */
async function spanned(
  name: string,
  kind: SpanKind,
  request: SubgraphRequest,
  tracing: Tracing,
  work: (request: SubgraphRequest) => Promise<SubgraphResult>,
): Promise<SubgraphResult> {
  if (request.traceparent === undefined) return work(request)
  const span = tracing.start(name, { kind, parent: request.traceparent })
  try {
    const result = await work({ ...request, traceparent: span.traceparent })
    const [error] = result.errors ?? []
    span.end({ failure: error && String(error.extensions?.['code'] ?? 'error') })
    return result
  } catch (error) {
    span.end({ failure: error instanceof Error ? error.name : 'error' })
    throw error
  }
}
