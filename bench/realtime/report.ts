import { round } from '../statistics.ts'
import type { RealtimeResults } from './results.ts'
import type { EventCost } from './eventCost.ts'
import type { ManySockets } from './manySockets.ts'
import { peerNames } from './peer.ts'

/** What a peer is, for people. */
export const titles = {
  ws: '`ws` broadcast (the floor)',
  'socket.io': 'Socket.IO room',
  'graphql-ws': 'graphql-ws + PubSub, nothing to fetch',
  'graphql-ws-one-loader': 'graphql-ws + PubSub, one DataLoader for all',
  'graphql-ws-own-loaders': 'graphql-ws + PubSub, a DataLoader for each operation',
  'hive-gateway': 'Hive Gateway',
  parley: 'Parley',
} as const

const kilobytes = (bytes: number): string => `${round(bytes / 1024)} KB`

/** The results as a table, each with its ratio to the floor of the same run. */
export function report({ machine, load, sockets, rounds, cpu, memory, events, many }: RealtimeResults): string {
  const heads = [...Object.keys(cpu).map((shape) => `CPU per delivery, ${shape}`), 'memory per idle connection']
  const rows = peerNames.map((name) => {
    const times = Object.values(cpu).map((measured) => {
      const [own, floor] = [measured[name]?.median, measured.ws?.median]
      return own === undefined ? '' : `${own} µs${floor ? ` (× ${round(own / floor)})` : ''}`
    })
    const [own, floor] = [memory[name]?.median, memory.ws?.median]
    const held = own === undefined ? '' : `${kilobytes(own)}${floor ? ` (× ${round(own / floor)})` : ''}`
    return `| ${[titles[name], ...times, held].join(' | ')} |`
  })
  return [
    `${sockets} sockets, events of about 400 B, medians of ${rounds} rounds. ${machine}; load average of the`,
    `machine ${load[0]} before and ${load[1]} after.`,
    '',
    `| | ${heads.join(' | ')} |`,
    `|---|${heads.map(() => '---|').join('')}`,
    ...rows,
    '',
    ...(events ? eventRows(events) : []),
    ...(many ? [manyLine(many)] : []),
    '',
  ].join('\n')
}

function eventRows({ overHttp, atHand }: EventCost): string[] {
  const row = (what: string, { parley, executeQueryPlan }: EventCost['atHand']) =>
    `| ${what} | ${parley} µs | ${executeQueryPlan} µs | ${round(executeQueryPlan / parley)} |`
  return [
    'One event with fields of two other subgraphs, whoever gets it, twenty at a time:',
    '',
    '| router CPU per event | Parley | @apollo/gateway’s executeQueryPlan | × less |',
    '|---|---|---|---|',
    row('subgraphs over HTTP, each with its own client', overHttp),
    row('their answers at hand', atHand),
    '',
  ]
}

const manyLine = ({ sockets, topics, deliveriesPerSecond, lag, cpuPerDelivery, resident }: ManySockets): string =>
  `${sockets} sockets on one router over ${topics} topics, ${deliveriesPerSecond} deliveries a second: from publishing to delivery ` +
  `p50 ${lag.p50} ms, p99 ${lag.p99} ms; ${cpuPerDelivery} µs of CPU per delivery, ${kilobytes(resident / sockets)} resident per socket.`
