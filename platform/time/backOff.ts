import { setTimeout as sleep } from 'node:timers/promises'

export interface BackOff {
  /** Milliseconds before the first retry. */
  leastMs: number
  /** No wait is longer than this. */
  mostMs: number
}

/** Milliseconds to wait after `failures` failures in a row: doubles each time, and is spread so that many don't meet. */
export function waitAfter(failures: number, { leastMs, mostMs }: BackOff): number {
  const wait = Math.min(mostMs, leastMs * 2 ** Math.min(failures - 1, 30))
  return wait / 2 + (Math.random() * wait) / 2
}

/** Waits, or returns at once when `signal` is aborted. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { ...(signal ? { signal } : {}) })
  } catch (error) {
    if (!signal?.aborted) throw error
  }
}
