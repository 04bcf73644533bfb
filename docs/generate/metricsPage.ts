import { ownMetrics, type ExportedMetric } from './exportedMetrics.ts'

/** The page of all metrics. `generated`: what stands at the head of a page that is made. */
export function metricsPage(generated: string): string {
  const sections = Object.entries(ownMetrics()).map(([part, metrics]) => `## ${capital(part)}\n\n${table(metrics)}`)
  return `# Metrics
${generated}

Every process has its own at \`/metrics\`; what they mean together is in [Watching it run](operations.md). A histogram has
\`_bucket\`, \`_sum\` and \`_count\`. Labels have few values: none is an id, and what others choose (names of operations, codes) is
told apart up to a bound and counted as \`(other)\` beyond.

Every process also has what [prom-client](https://github.com/siimon/prom-client) counts of a Node.js process: CPU, memory, the
event loop and garbage collection, as \`process_…\` and \`nodejs_…\`.

${sections.join('\n')}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function table(metrics: readonly ExportedMetric[]): string {
  const rows = metrics.map(
    ({ name, type, labels, help }) =>
      `| \`${name}\` | ${type} | ${labels.map((label) => `\`${label}\``).join(', ')} | ${help} |`,
  )
  return `| metric | type | labels | is |\n|---|---|---|---|\n${rows.join('\n')}\n`
}
