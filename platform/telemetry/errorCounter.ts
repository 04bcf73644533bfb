import { boundedLabel } from './boundedLabel.ts'
import type { Metrics } from './createMetrics.ts'
import { counter } from './instruments.ts'

const MOST_CODES = 100
const CODE_LENGTH = 64

/**
 * Counts errors by their codes, of which others may have their own. `oursToMend`: codes that no client can help, counted from
 * 0 on, so that the first one is seen as a rise.
 */
export function errorCounter(
  metrics: Metrics,
  { oursToMend, ...description }: { name: string; help: string; oursToMend: readonly string[] },
): (code: unknown) => void {
  const errors = counter(metrics, { ...description, labels: ['code'] })
  const known = boundedLabel(MOST_CODES, CODE_LENGTH)
  for (const code of oursToMend) errors.inc({ code: known(code) }, 0)
  return (code) => errors.inc({ code: known(String(code ?? 'none')) })
}
