/** Every metric that the code exports, as the registries of its parts have it. */
import { deliveryMetrics } from '../../platform/events/deliveryMetrics.ts'
import { subgraphMetrics } from '../../platform/subgraph/subgraphMetrics.ts'
import { createMetrics, type Metrics } from '../../platform/telemetry/index.ts'
import { operationMetrics } from '../../router/http/operationMetrics.ts'
import { passThroughMetrics } from '../../router/http/passThrough.ts'
import { realtimeMetrics } from '../../router/realtime/metrics.ts'
import { supergraphMetrics } from '../../router/supergraph/loadedSupergraph.ts'
import { fetchMetrics } from '../../router/supergraph/measuredClient.ts'
import { trustMetrics } from '../../router/supergraph/trusted/trustedDocuments.ts'
import { usageMetrics } from '../../router/usage/usageRecorder.ts'
import { sendMetrics } from '../../subgraphs/messages/domain/sendMetrics.ts'
import { thumbnailMetrics } from '../../subgraphs/messages/domain/thumbnails/createThumbnailer.ts'
import { fanoutMetrics } from '../../workers/fanout/metrics.ts'
import { notificationsMetrics } from '../../workers/notifications/metrics.ts'
import { relayMetrics } from '../../workers/relay/metrics.ts'
import { timersMetrics } from '../../workers/timers/metrics.ts'
import { webhookMetrics } from '../../workers/webhooks/metrics.ts'

export interface ExportedMetric {
  name: string
  type: 'counter' | 'gauge' | 'histogram'
  labels: readonly string[]
  help: string
}

/** By who has them, in the order of a message's way. */
const parts: Record<string, readonly ((metrics: Metrics) => unknown)[]> = {
  router: [operationMetrics, fetchMetrics, passThroughMetrics, supergraphMetrics, trustMetrics, usageMetrics],
  'router, realtime': [(metrics) => realtimeMetrics(metrics)],
  'every subgraph': [subgraphMetrics],
  'subgraph messages': [sendMetrics, thumbnailMetrics],
  'workers on the event log': [deliveryMetrics],
  'worker relay': [relayMetrics],
  'worker fanout': [fanoutMetrics],
  'worker timers': [timersMetrics],
  'worker notifications': [notificationsMetrics],
  'worker webhooks': [webhookMetrics],
}

/** Parley's own, by part of the system. */
export const ownMetrics = (): Record<string, ExportedMetric[]> =>
  Object.fromEntries(
    Object.entries(parts).map(([part, factories]) => {
      const registry = createMetrics({ process: false })
      for (const make of factories) make(registry)
      return [part, metricsOf(registry)]
    }),
  )

/** Those that every Node.js process has. */
export const processMetrics = (): ExportedMetric[] => metricsOf(createMetrics())

/** prom-client keeps the labels of an instrument, and has no name for them in its types. */
export const metricsOf = (registry: Metrics): ExportedMetric[] =>
  (registry.getMetricsAsArray() as unknown as (Omit<ExportedMetric, 'labels'> & { labelNames: string[] })[]).map(
    ({ name, type, labelNames, help }) => ({ name, type, labels: labelNames, help }),
  )
