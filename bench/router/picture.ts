import { round } from '../statistics.ts'
import type { RouterResults } from './index.ts'

const [width, bar, left] = [720, 20, 130]
const colours: Record<string, string> = {
  apollo: '#94a3b8',
  'hive-gateway': '#64748b',
  'hive-router': '#475569',
  proxy: '#cbd5e1',
  parley: '#0d9488',
  'parley all': '#5eead4',
}

/** Processor time of the router per request as bars, one chart for each operation. Shorter is better. */
export function picture({ operations }: RouterResults): string {
  let y = 30
  const parts = Object.entries(operations).map(([operation, figures]) => {
    const values = Object.entries(figures).map(([name, figure]) => [name, figure!.router] as const)
    const drawn = draw(`Router CPU per request: ${operation}`, values, y)
    y += values.length * (bar + 6) + 46
    return drawn
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${width}" height="${y}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}

function draw(title: string, values: readonly (readonly [name: string, value: number])[], top: number): string {
  const most = Math.max(...values.map(([, value]) => value))
  const rows = values.map(([name, value], index) => {
    const y = top + 12 + index * (bar + 6)
    const length = Math.max(1, (value / most) * (width - left - 110))
    return [
      `<text x="${left - 8}" y="${y + 15}" text-anchor="end" fill="#0f172a">${name}</text>`,
      `<rect x="${left}" y="${y}" width="${round(length)}" height="${bar}" rx="3" fill="${colours[name]}"/>`,
      `<text x="${round(left + length + 6)}" y="${y + 15}" fill="#0f172a">${Math.round(value)} µs</text>`,
    ].join('')
  })
  return [`<text x="12" y="${top}" font-weight="600" fill="#0f172a">${title}</text>`, ...rows].join('\n')
}
