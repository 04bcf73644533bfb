import { withTimeout } from '../time/withTimeout.ts'

export type Checks = Record<string, () => Promise<unknown>>

/** Runs all checks at once. A slow or failed check never keeps the others from being reported. */
export async function runChecks(checks: Checks, timeoutMs: number) {
  const names = Object.keys(checks)
  const outcomes = await Promise.allSettled(
    names.map((name) => withTimeout(timeoutMs, name, async () => checks[name]?.())),
  )
  const results: Record<string, 'ok' | 'failed'> = {}
  const failures: [name: string, reason: unknown][] = []
  outcomes.forEach((outcome, index) => {
    const name = names[index] ?? ''
    results[name] = outcome.status === 'fulfilled' ? 'ok' : 'failed'
    if (outcome.status === 'rejected') failures.push([name, outcome.reason])
  })
  return { ready: failures.length === 0, results, failures }
}
