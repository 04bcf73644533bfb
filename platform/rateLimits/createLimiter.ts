import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { RateLimited } from '../errors.ts'

/** Where it is counted for all processes; keys begin with the namespace. */
export interface LimitStore {
  redis: Redis
  namespace: string
}

/**
 * So many points in so many seconds for each key: counted in this process, or for all processes in Redis. While Redis is
 * away, each process counts for itself.
 */
export function createLimiter(
  name: string,
  { points, seconds }: { points: number; seconds: number },
  store: LimitStore | undefined,
): RateLimiterAbstract {
  const options = { keyPrefix: `${store?.namespace ?? ''}:${name}`, points, duration: seconds }
  const memory = new RateLimiterMemory(options)
  return store ? new RateLimiterRedis({ ...options, storeClient: store.redis, insuranceLimiter: memory }) : memory
}

/** Takes a point. @throws RateLimited  there is none left */
export async function consume(limiter: RateLimiterAbstract, key: string, refusal: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw new RateLimited(refusal, { retryAfterMs: refused.msBeforeNext })
  }
}
