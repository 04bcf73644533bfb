import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

interface Description<L extends string> {
  /** Begins with `parley_`; counters end in `_total`, times in their unit. */
  name: string
  help: string
  labels?: readonly L[]
}

/**
 * The metrics of one process, in a registry of their own: several processes' worth can live in one test.
 * Asking twice for one name gives the same metric, so parts that are started twice count together.
 */
export interface Metrics {
  readonly registry: Registry
  counter<L extends string = never>(description: Description<L>): Counter<L>
  gauge<L extends string = never>(description: Description<L>): Gauge<L>
  /** `buckets`: upper bounds, ascending, in the unit that the name says. */
  histogram<L extends string = never>(description: Description<L> & { buckets: readonly number[] }): Histogram<L>
}

/** `process`: also count memory, CPU and event-loop lag; once per process is enough. */
export function createMetrics({ process = true }: { process?: boolean } = {}): Metrics {
  const registry = new Registry()
  if (process) collectDefaultMetrics({ register: registry })

  const once = <M>(name: string, create: () => M): M => (registry.getSingleMetric(name) as M | undefined) ?? create()
  const registers = [registry]

  return {
    registry,
    counter: ({ name, help, labels = [] }) =>
      once(name, () => new Counter({ name, help, labelNames: labels, registers })),
    gauge: ({ name, help, labels = [] }) => once(name, () => new Gauge({ name, help, labelNames: labels, registers })),
    histogram: ({ name, help, labels = [], buckets }) =>
      once(name, () => new Histogram({ name, help, labelNames: labels, buckets: [...buckets], registers })),
  }
}

/** Upper bounds for times in milliseconds, from a function call to a wait that someone will complain about. */
export const millisecondBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 60_000] as const
