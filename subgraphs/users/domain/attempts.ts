import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { RateLimited } from '../../../platform/errors.ts'

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

/** Where failures are counted for all processes; keys begin with the namespace. */
export interface AttemptStore {
  redis: Redis
  namespace: string
}

/** Counted in this process, or for all processes in Redis. While Redis is away, each process counts for itself. */
export function createAttempts({ store, limits = LIMITS }: { store?: AttemptStore; limits?: AttemptLimits }): Attempts {
  const limiter = (name: string, points: number): RateLimiterAbstract => {
    const options = { keyPrefix: `${store?.namespace ?? ''}:log-in:${name}`, points, duration: limits.seconds }
    const memory = new RateLimiterMemory(options)
    return store ? new RateLimiterRedis({ ...options, storeClient: store.redis, insuranceLimiter: memory }) : memory
  }
  const byHandle = limiter('handle', limits.perHandle)
  const byAddress = limiter('address', limits.perAddress)

  return {
    async begin(handle, address) {
      const place = address ? placeOf(address) : undefined
      // The address first: one place cannot make up keys without end.
      if (place) await consume(byAddress, place)
      await consume(byHandle, handle)
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

/** One IPv6 customer has a /64 at least: its addresses count as one. */
export function placeOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '')
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const start = head === '' ? [] : head.split(':')
  const end = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length)
  const groups = [...start, ...Array<string>(gap).fill('0'), ...end]
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw new RateLimited('Too many failed attempts to log in. Wait before the next one.', {
      retryAfterMs: refused.msBeforeNext,
    })
  }
}
