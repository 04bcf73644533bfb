import { setTimeout as wait } from 'node:timers/promises'
import { isPassing } from '../errorPayload.ts'

/** Full jitter: many who failed together do not come back together. */
export const backOffMs = (attempt: number, firstMs = 100, mostMs = 5_000): number =>
  Math.round((0.5 + Math.random() / 2) * Math.min(mostMs, firstMs * 2 ** attempt))

/** Tries again, twice, what failed for a reason that passes: a restart of a part should not end a subscription. */
export async function retrying<T>(work: () => Promise<T>, wanted: () => boolean): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (cause) {
      if (!isPassing(cause) || attempt === 2 || !wanted()) throw cause
      await wait(backOffMs(attempt, 400), undefined, { ref: false })
      if (!wanted()) throw cause
    }
  }
}
