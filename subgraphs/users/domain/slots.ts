import { Overloaded } from '../../../platform/errors.ts'

/** Lets so many works run at once, and so many more wait, in order of arrival. */
export interface Slots {
  /** @throws Overloaded  all slots are busy, and as many wait as may */
  run<T>(work: () => Promise<T>): Promise<T>
}

export function createSlots({ running, waiting }: { running: number; waiting: number }): Slots {
  let busy = 0
  const queue: (() => void)[] = []

  return {
    async run(work) {
      if (busy >= running) {
        if (queue.length >= waiting) throw new Overloaded('Too many sign-ins at once.', { retryAfterMs: 1_000 })
        // Whoever ends hands the slot over, so nobody can come in between.
        await new Promise<void>((resolve) => queue.push(resolve))
      } else busy++
      try {
        return await work()
      } finally {
        const next = queue.shift()
        if (next) next()
        else busy--
      }
    },
  }
}
