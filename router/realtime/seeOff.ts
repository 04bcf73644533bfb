import { setTimeout as wait } from 'node:timers/promises'
import type { RealtimeLimits } from './limits.ts'

/** So many may be told in the same moment. */
const atOnce = 100
const stepMs = 50

/**
 * Tells all clients to come back elsewhere, in groups spread over `drainMs` where they are many, so that they do not fall on the other
 * routers in one moment. What was written before goes out first. Resolves when none is `left`, at the latest `closeTimeoutMs` later.
 */
export async function seeOff<T>(
  all: ReadonlySet<T>,
  { tell, left }: { tell(one: T): void; left(): number },
  { drainMs, closeTimeoutMs }: Pick<RealtimeLimits, 'drainMs' | 'closeTimeoutMs'>,
): Promise<void> {
  await inGroups(all, drainMs, tell)
  const end = performance.now() + closeTimeoutMs
  while (left() > 0 && performance.now() < end) await wait(10)
}

async function inGroups<T>(all: ReadonlySet<T>, ms: number, act: (one: T) => void): Promise<void> {
  const steps = all.size > atOnce ? Math.max(1, Math.floor(ms / stepMs)) : 1
  const perStep = Math.ceil(all.size / steps)
  let told = 0
  for (const one of [...all]) {
    act(one)
    if (++told % perStep === 0 && steps > 1) await wait(stepMs)
  }
}
