import { setTimeout as wait } from 'node:timers/promises'

/** So many may be told in the same moment. */
const atOnce = 100
const stepMs = 50

/** Does something with each, in groups spread over `ms` where they are many: clients come back elsewhere, not all at once. */
export async function inGroups<T>(all: ReadonlySet<T>, ms: number, act: (one: T) => void): Promise<void> {
  const steps = all.size > atOnce ? Math.max(1, Math.floor(ms / stepMs)) : 1
  const perStep = Math.ceil(all.size / steps)
  let told = 0
  for (const one of [...all]) {
    act(one)
    if (++told % perStep === 0 && steps > 1) await wait(stepMs)
  }
}
