import { setTimeout as wait } from 'node:timers/promises'

/** Waits until the condition (or what it promises) holds; fails with `what` after 10 s. */
export async function until(condition: () => unknown, what = String(condition)): Promise<void> {
  const end = performance.now() + 10_000
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`This did not come true: ${what}`)
    await wait(2)
  }
}
