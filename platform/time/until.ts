import { setTimeout as sleep } from 'node:timers/promises'

/** For what a test is sure of: it ends what hangs, and times nothing, however slow the machine. Milliseconds. */
export const patienceMs = 240_000

/**
 * Resolves with the first truthy value of `condition`, or of what it promises. Rejects, naming `what`, when there is none
 * `withinMs`; without `what` the condition's own text says what failed.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string | (() => string) = String(condition),
  withinMs = patienceMs,
): Promise<NonNullable<T>> {
  const end = Date.now() + withinMs
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > end) throw new Error(`Not within ${withinMs} ms: ${typeof what === 'string' ? what : what()}`)
    await sleep(5)
  }
}
