import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What the engine counts, in the registry of the process. */
export class RealtimeMetrics {
  readonly connections: Gauge
  readonly subscriptions: Gauge
  readonly groups: Gauge
  readonly topics: Gauge
  readonly eventsIn: Counter
  readonly eventsOut: Counter
  readonly resolutions: Counter
  readonly deliverySeconds: Histogram
  readonly readings: Counter<'why'>
  readonly dropped: Counter<'why'>
  readonly closes: Counter<'code'>

  constructor(registry: Registry) {
    const gauge = (name: string, help: string) =>
      metric(registry, name, () => new Gauge({ ...named(name, help, registry) }))
    const counter = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
      metric(registry, name, () => new Counter<L>({ ...named(name, help, registry), labelNames }))
    this.connections = gauge('connections', 'Open WebSockets')
    this.subscriptions = gauge('subscriptions', 'Live subscriptions')
    this.groups = gauge('groups', 'Groups of subscribers that get the same bytes')
    this.topics = gauge('topics', 'Topics followed, each with one subscription to pub/sub')
    this.eventsIn = counter('events_in_total', 'Events heard from pub/sub')
    this.eventsOut = counter('events_out_total', 'Events handed to live subscribers')
    this.resolutions = counter('resolutions_total', 'Events resolved and serialized, once for each group')
    this.readings = counter('log_readings_total', 'Readings of a topic log', ['why'])
    this.dropped = counter('dropped_total', 'Messages that were not delivered', ['why'])
    this.closes = counter('closes_total', 'WebSockets closed, by close code', ['code'])
    this.deliverySeconds = metric(registry, 'delivery_seconds', () => {
      const help = 'From the moment an event is in order until it is written to all sockets of a group'
      const buckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
      return new Histogram({ ...named('delivery_seconds', help, registry), buckets })
    })
  }
}

const full = (name: string) => `parley_realtime_${name}`
const named = (name: string, help: string, registry: Registry) => ({ name: full(name), help, registers: [registry] })

/** The metric of this name, where the registry has it already: one process may attach the engine to several servers. */
const metric = <M>(registry: Registry, name: string, create: () => M): M =>
  (registry.getSingleMetric(full(name)) as M | undefined) ?? create()
