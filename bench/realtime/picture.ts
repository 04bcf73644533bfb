import { round } from '../statistics.ts'
import type { Measured, RealtimeResults } from './index.ts'
import { peerNames, type PeerName } from './peer.ts'

const [width, bar, left] = [720, 22, 130]
const colours: Record<PeerName, string> = {
  ws: '#94a3b8',
  'socket.io': '#64748b',
  'graphql-ws': '#475569',
  'hive-gateway': '#334155',
  parley: '#0d9488',
}

interface Chart {
  title: string
  unit: string
  values: Partial<Record<PeerName, number>>
}

/** The results as bars, one chart below the other. Shorter is better. */
export function picture({ cpu, memory }: RealtimeResults): string {
  const medians = (measured: Partial<Record<PeerName, Measured>>, scale: number) =>
    Object.fromEntries(Object.entries(measured).map(([name, { median }]) => [name, round(median / scale)]))
  const charts: Chart[] = [
    ...Object.entries(cpu).map(([shape, measured]) => ({
      title: `Server CPU per delivery: ${shape}`,
      unit: 'µs',
      values: medians(measured, 1),
    })),
    { title: 'Memory per idle subscribed connection', unit: 'KB', values: medians(memory, 1024) },
  ]
  const height = charts.length * (peerNames.length * (bar + 6) + 50) + 20
  let y = 30
  const parts = charts.map((chart) => {
    const drawn = draw(chart, y)
    y += peerNames.length * (bar + 6) + 50
    return drawn
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}

function draw({ title, unit, values }: Chart, top: number): string {
  const most = Math.max(...Object.values(values))
  const rows = peerNames.map((name, index) => {
    const value = values[name] ?? 0
    const y = top + 12 + index * (bar + 6)
    const length = Math.max(1, (value / most) * (width - left - 110))
    return [
      `<text x="${left - 8}" y="${y + 15}" text-anchor="end" fill="#0f172a">${name}</text>`,
      `<rect x="${left}" y="${y}" width="${round(length)}" height="${bar}" rx="3" fill="${colours[name]}"/>`,
      `<text x="${left + length + 6}" y="${y + 15}" fill="#0f172a">${value} ${unit}</text>`,
    ].join('')
  })
  return [`<text x="12" y="${top}" font-weight="600" fill="#0f172a">${title}</text>`, ...rows].join('\n')
}
