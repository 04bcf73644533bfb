import { round } from '../statistics.ts'
import type { RealtimeResults } from './index.ts'
import { peerNames } from './peer.ts'

/** What a peer is, for people. */
export const titles = {
  ws: '`ws` broadcast (the floor)',
  'socket.io': 'Socket.IO room',
  'graphql-ws': 'graphql-ws + PubSub',
  parley: 'Parley',
} as const

const kilobytes = (bytes: number): string => `${round(bytes / 1024)} KB`

/** The results as a table, each with its ratio to the floor of the same run. */
export function report({ machine, load, sockets, rounds, cpu, memory }: RealtimeResults): string {
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
    `${sockets} sockets, events of about 400 B, medians of ${rounds} rounds (memory: of 2). ${machine}; load average of the`,
    `machine ${load[0]} before and ${load[1]} after.`,
    '',
    `| | ${heads.join(' | ')} |`,
    `|---|${heads.map(() => '---|').join('')}`,
    ...rows,
    '',
  ].join('\n')
}
