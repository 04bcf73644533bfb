import type { SubgraphClient } from '../../platform/subgraph/subgraph.ts'
import { histogram, millisecondBuckets, type Metrics } from '../../platform/telemetry/index.ts'

export const fetchMetrics = (metrics: Metrics) =>
  histogram(metrics, {
    name: 'parley_router_fetch_milliseconds',
    help: 'From a request to a subgraph to its answer, by what it was: ok, errors (of some fields or all), failed (none), left.',
    labels: ['subgraph', 'outcome'],
    buckets: millisecondBuckets,
  })

/** A client whose requests are measured, also those for events and for the logs of topics. */
export function measuredClient(subgraph: string, client: SubgraphClient, metrics: Metrics): SubgraphClient {
  const times = fetchMetrics(metrics)
  return {
    execute(request) {
      const begin = performance.now()
      const done = (outcome: string) => times.observe({ subgraph, outcome }, performance.now() - begin)
      const answer = client.execute(request)
      answer.then(
        ({ errors }) => done(errors?.length ? 'errors' : 'ok'),
        // Whoever asked has hung up: that says nothing about the subgraph.
        () => done(request.signal?.aborted ? 'left' : 'failed'),
      )
      return answer
    },
  }
}
