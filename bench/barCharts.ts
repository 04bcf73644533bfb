import { round } from './statistics.ts'

export interface Chart {
  title: string
  /** As in `µs`. */
  unit: string
  /** From top to bottom. */
  values: readonly (readonly [name: string, value: number])[]
}

const [width, bar, left] = [720, 22, 130]
const row = bar + 6
const heightOf = ({ values }: Chart) => values.length * row + 50

/** Charts of bars, one below the other, as an SVG. Shorter is better. `colours`: by the name of a bar. */
export function barCharts(charts: readonly Chart[], colours: Readonly<Record<string, string>>): string {
  const height = charts.reduce((sum, chart) => sum + heightOf(chart), 20)
  let y = 30
  const parts = charts.map((chart) => {
    const drawn = draw(chart, y, colours)
    y += heightOf(chart)
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

function draw({ title, unit, values }: Chart, top: number, colours: Readonly<Record<string, string>>): string {
  const most = Math.max(...values.map(([, value]) => value))
  const rows = values.map(([name, value], index) => {
    const y = top + 12 + index * row
    const length = Math.max(1, (value / most) * (width - left - 110))
    return [
      `<text x="${left - 8}" y="${y + 15}" text-anchor="end" fill="#0f172a">${name}</text>`,
      `<rect x="${left}" y="${y}" width="${round(length)}" height="${bar}" rx="3" fill="${colours[name]}"/>`,
      `<text x="${round(left + length + 6)}" y="${y + 15}" fill="#0f172a">${value} ${unit}</text>`,
    ].join('')
  })
  return [`<text x="12" y="${top}" font-weight="600" fill="#0f172a">${title}</text>`, ...rows].join('\n')
}
