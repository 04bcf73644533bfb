import { setTimeout as wait } from 'node:timers/promises'
import { waitAfter } from '../../../platform/time/backOff.ts'
import { isPassing } from '../errorPayload.ts'

/** Tries again, twice, what failed for a reason that passes: a restart of a part should not end a subscription. */
export async function retrying<T>(work: () => Promise<T>, wanted: () => boolean): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (cause) {
      if (!isPassing(cause) || attempt === 2 || !wanted()) throw cause
      await wait(waitAfter(attempt + 1, { leastMs: 400, mostMs: 5_000 }), undefined, { ref: false })
      if (!wanted()) throw cause
    }
  }
}
