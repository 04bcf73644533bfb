import { barCharts } from '../barCharts.ts'
import { round } from '../statistics.ts'
import type { Measured, RealtimeResults } from './results.ts'
import { peerNames, type PeerName } from './peer.ts'

const colours: Record<PeerName, string> = {
  ws: '#94a3b8',
  'socket.io': '#64748b',
  'graphql-ws': '#475569',
  'graphql-ws-one-loader': '#414f63',
  'graphql-ws-own-loaders': '#3a475b',
  'hive-gateway': '#334155',
  parley: '#0d9488',
}

/** Processor time per delivery, one chart for each shape of the crowd, and memory per connection. */
export function picture({ cpu, memory }: RealtimeResults): string {
  const medians = (measured: Partial<Record<PeerName, Measured>>, scale: number) =>
    peerNames.flatMap((name) => {
      const median = measured[name]?.median
      return median === undefined ? [] : [[name, round(median / scale)] as const]
    })
  const perDelivery = Object.entries(cpu).map(([shape, measured]) => ({
    title: `Server CPU per delivery: ${shape}`,
    unit: 'µs',
    values: medians(measured, 1),
  }))
  const perConnection = {
    title: 'Memory per idle subscribed connection',
    unit: 'KB',
    values: medians(memory, 1024),
  }
  return barCharts([...perDelivery, perConnection], colours)
}
