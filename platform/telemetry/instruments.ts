/**
 * Counters, gauges and histograms of a registry. Asking twice for one name gives the same one, so parts that are started
 * twice count together.
 */
import { Counter, Gauge, Histogram } from 'prom-client'
import type { Metrics } from './createMetrics.ts'

interface Description<L extends string> {
  /** Begins with `parley_`; counters end in `_total`, times in their unit. */
  name: string
  help: string
  labels?: readonly L[]
}

export const counter = <L extends string = never>(metrics: Metrics, { name, help, labels = [] }: Description<L>) =>
  once(metrics, name, () => new Counter<L>({ name, help, labelNames: labels, registers: [metrics] }))

/** `value`: asked whenever the metrics are read, of what nobody counts meanwhile. */
export const gauge = <L extends string = never>(
  metrics: Metrics,
  { name, help, labels = [], value }: Description<L> & { value?: () => number },
) =>
  once(metrics, name, () => {
    const gauge: Gauge<L> = new Gauge<L>({
      name,
      help,
      labelNames: labels,
      registers: [metrics],
      ...(value ? { collect: () => gauge.set(value()) } : {}),
    })
    return gauge
  })

/** `buckets`: upper bounds, ascending, in the unit that the name says. */
export const histogram = <L extends string = never>(
  metrics: Metrics,
  { name, help, labels = [], buckets }: Description<L> & { buckets: readonly number[] },
) =>
  once(
    metrics,
    name,
    () => new Histogram<L>({ name, help, labelNames: labels, buckets: [...buckets], registers: [metrics] }),
  )

/** Upper bounds for times in milliseconds, from a function call to a wait that someone will complain about. */
export const millisecondBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 60_000] as const

const once = <M>(metrics: Metrics, name: string, create: () => M): M =>
  (metrics.getSingleMetric(name) as M | undefined) ?? create()
