import { setTimeout as sleep } from 'node:timers/promises'

export interface Wait {
  readonly timeoutMs: number
  readonly everyMs?: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Waits until the condition holds. A condition that throws doesn't hold yet; its last error is the cause of the failure.
 * @throws when the time is up or the signal is aborted
 */
export async function until(what: string, holds: () => Promise<boolean>, wait: Wait): Promise<void> {
  const { timeoutMs, everyMs = 50, signal } = wait
  const deadline = Date.now() + timeoutMs
  let cause: unknown
  for (;;) {
    signal?.throwIfAborted()
    try {
      if (await holds()) return
    } catch (error) {
      if (error instanceof NeverHolds) throw error
      cause = error
    }
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s for ${what}`, { cause })
    await sleep(everyMs, undefined, { signal })
  }
}

/** Thrown by a condition to say that waiting on is of no use. */
export class NeverHolds extends Error {}
