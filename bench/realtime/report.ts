import { round } from '../statistics.ts'
import type { CatchUp } from './catchUp/catchUp.ts'
import type { Measured, RealtimeResults } from './results.ts'
import type { EventCost } from './eventCost.ts'
import type { ManySockets } from './manySockets.ts'
import { peerNames, type PeerName } from './peer.ts'

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
export function report({ machine, load, sockets, rounds, cpu, memory, ...more }: RealtimeResults): string {
  const heads = [...Object.keys(cpu).map((shape) => `CPU per delivery, ${shape}`), 'memory per idle connection']
  const measured = [...Object.values(cpu), memory]
  const rows = peerNames
    .filter((name) => measured.some((column) => column[name]))
    .map(
      (name) =>
        `| ${[titles[name], ...measured.map((column) => cellOf(column, name, column === memory))].join(' | ')} |`,
    )
  return [
    `${sockets} sockets, events of about 400 B, medians of ${rounds} rounds. ${machine}; load average of the`,
    `machine ${load[0]} before and ${load[1]} after.`,
    '',
    ...(rows.length > 0 ? [`| | ${heads.join(' | ')} |`, `|---|${heads.map(() => '---|').join('')}`, ...rows, ''] : []),
    ...(more.events ? eventRows(more.events) : []),
    ...(more.catchUp ? catchUpRows(more.catchUp) : []),
    ...(more.many ? [manyLine(more.many)] : []),
    '',
  ].join('\n')
}

function cellOf(column: Partial<Record<PeerName, Measured>>, name: PeerName, isMemory: boolean): string {
  const [own, floor] = [column[name]?.median, column.ws?.median]
  if (own === undefined) return ''
  return `${isMemory ? kilobytes(own) : `${own} µs`}${floor ? ` (× ${round(own / floor)})` : ''}`
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

function catchUpRows({ clients, members, missed, shared, separate }: CatchUp): string[] {
  const row = (what: string, { seconds, routerCpuSeconds, wrongClients }: CatchUp['shared']) =>
    `| ${what} | ${seconds} s | ${routerCpuSeconds} s | ${wrongClients} |`
  return [
    `${clients} clients of ${members} members come back in the same moment, each behind by the same ${missed} events:`,
    '',
    '| readings of the log | until the last one had everything | router CPU | clients that got anything else |',
    '|---|---|---|---|',
    row('shared', shared),
    row('one for each client', separate),
    '',
  ]
}

const manyLine = ({ sockets, topics, deliveriesPerSecond, lag, cpuPerDelivery, resident }: ManySockets): string =>
  `${sockets} sockets on one router over ${topics} topics, ${deliveriesPerSecond} deliveries a second: from publishing to delivery ` +
  `p50 ${lag.p50} ms, p99 ${lag.p99} ms; ${cpuPerDelivery} µs of CPU per delivery, ${kilobytes(resident / sockets)} resident per socket.`
