import { consume, createLimiter, networkOf, type LimitStore } from '../../../platform/rateLimits/index.ts'

/** Counts failed log-ins. */
export interface Attempts {
  /**
   * Counts an attempt as failed until it is told to have succeeded: attempts at once cannot pass together.
   * @throws RateLimited
   */
  begin(handle: string, address: string | undefined): Promise<Attempt>
}

export interface Attempt {
  succeeded(): Promise<void>
  /** Nobody knows whether the password was right: this attempt does not count. */
  undecided(): Promise<void>
}

export interface AttemptLimits {
  perHandle: number
  perAddress: number
  /** The window, in seconds. */
  seconds: number
}

/** Guessing at one account, and at many from one place: 20 and 100 failures in 15 minutes. */
const LIMITS: AttemptLimits = { perHandle: 20, perAddress: 100, seconds: 900 }

const REFUSAL = 'Too many failed attempts to log in. Wait before the next one.'

/** Counted in this process, or for all processes in Redis. While Redis is away, each process counts for itself. */
export function createAttempts({ store, limits = LIMITS }: { store?: LimitStore; limits?: AttemptLimits }): Attempts {
  const { perHandle, perAddress, seconds } = limits
  const byHandle = createLimiter('log-in:handle', { points: perHandle, seconds }, store)
  const byAddress = createLimiter('log-in:address', { points: perAddress, seconds }, store)

  return {
    async begin(handle, address) {
      const place = address ? networkOf(address) : undefined
      // The address first: one place cannot make up keys without end.
      if (place) await consume(byAddress, place, REFUSAL)
      await consume(byHandle, handle, REFUSAL)
      return {
        async succeeded() {
          await byHandle.delete(handle)
          if (place) await byAddress.reward(place)
        },
        async undecided() {
          await byHandle.reward(handle)
          if (place) await byAddress.reward(place)
        },
      }
    },
  }
}
