import { Registry, collectDefaultMetrics } from 'prom-client'

/** The metrics of one process. No global registry: several processes' worth can live in one test. */
export type Metrics = Registry

/** `process`: also count memory, CPU and event-loop lag; once per process is enough. */
export function createMetrics({ process = true }: { process?: boolean } = {}): Metrics {
  const registry = new Registry()
  if (process) collectDefaultMetrics({ register: registry })
  return registry
}
