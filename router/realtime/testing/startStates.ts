import { createMetrics } from '../../../platform/telemetry/index.ts'
import { States } from '../engine/state/states.ts'
import { defaultLimits, type RealtimeLimits } from '../limits.ts'
import { realtimeMetrics } from '../metrics.ts'
import { Collected } from './collect.ts'
import { credentialsOf, quiet } from './startHub.ts'
import { UnreliablePubSub } from './unreliablePubSub.ts'
import { contextOf, weather, WeatherStation } from './weather.ts'

class Told extends Collected {
  /** What was told, each as `place/sensor celsius`. */
  get told(): string[] {
    return (this.results as { data?: { weather?: Record<string, unknown> } }[]).map(({ data }) => {
      const { place, sensor, celsius } = data!.weather!
      return `${place}/${sensor} ${celsius}`
    })
  }
}

/** The engine of state over a weather station, without sockets; its stream does what the suite says. */
export function startStates(limits: Partial<RealtimeLimits> = {}) {
  const pubsub = new UnreliablePubSub()
  const station = new WeatherStation(pubsub)
  const registry = createMetrics({ process: false })
  const states = new States(pubsub, {
    limits: { ...defaultLimits, ...limits },
    logger: quiet,
    metrics: realtimeMetrics(registry),
  })

  function subscribe(places: string[], { viewer, query = weather }: { viewer?: string; query?: string } = {}) {
    const sink = new Told()
    const subscription = states.subscribe(
      station.prepare(query),
      { places },
      credentialsOf(() => contextOf(viewer, station.expired.has(viewer ?? '') ? 0 : Infinity)),
      sink,
      station.graph,
    )
    return Object.assign(sink, { subscription })
  }

  const count = async (name: string): Promise<number> => {
    const { values } = await registry.getSingleMetric(`parley_realtime_${name}`)!.get()
    return values.reduce((sum, { value }) => sum + value, 0)
  }

  return { pubsub, station, states, subscribe, count }
}
