import { histogram, millisecondBuckets, type Metrics } from '../telemetry/index.ts'

/** What a subgraph tells about itself: it counts answers by the code of their first error, or `ok`. */
export const subgraphMetrics = (metrics: Metrics) =>
  histogram(metrics, {
    name: 'parley_subgraph_request_milliseconds',
    help: 'Time from a request to its answer, in the subgraph.',
    labels: ['subgraph', 'code'],
    buckets: millisecondBuckets,
  })
