import { setTimeout as delay } from 'node:timers/promises'

/** Resolves as soon as the condition holds; rejects with `otherwise` after `timeoutMs`. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
  otherwise: () => string,
): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Not within ${timeoutMs} ms: ${otherwise()}`)
    await delay(10)
  }
}
