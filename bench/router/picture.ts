import { barCharts } from '../barCharts.ts'
import type { RouterResults } from './results.ts'

const colours: Record<string, string> = {
  apollo: '#94a3b8',
  'hive-gateway': '#64748b',
  'hive-router': '#475569',
  proxy: '#cbd5e1',
  parley: '#0d9488',
  'parley all': '#5eead4',
}

/** Processor time of the router per request, one chart for each operation. */
export const picture = ({ operations }: RouterResults): string =>
  barCharts(
    Object.entries(operations).map(([operation, figures]) => ({
      title: `Router CPU per request: ${operation}`,
      unit: 'µs',
      values: Object.entries(figures).map(([name, figure]) => [name, Math.round(figure!.router)] as const),
    })),
    colours,
  )
