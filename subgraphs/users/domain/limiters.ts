import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { RateLimited } from '../../../platform/errors.ts'

/** Where it is counted for all processes; keys begin with the namespace. */
export interface AttemptStore {
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
  store: AttemptStore | undefined,
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
