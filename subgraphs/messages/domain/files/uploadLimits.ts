import { RateLimiterRes } from 'rate-limiter-flexible'
import { RateLimited } from '../../../../platform/errors.ts'
import { consume, createLimiter, type LimitStore } from '../../../../platform/rateLimits/index.ts'

const DAY_SECONDS = 24 * 60 * 60
/** Uploads that one user may ask for in a minute. */
const PER_MINUTE = 60
/** Uploads that one user may have under way in this process: each holds two streams. */
const AT_ONCE = 6

/** Counts what is uploaded. */
export interface UploadLimits {
  /** @throws RateLimited  too many in this minute, or too many bytes within 24 hours */
  ask(userId: string, bytes: number): Promise<void>
  /** @throws RateLimited  too many are under way */
  begin(userId: string): { end(): void }
}

export function createUploadLimits({
  dailyBytes,
  store,
}: {
  dailyBytes: number
  store: LimitStore | undefined
}): UploadLimits {
  const asked = createLimiter('upload', { points: PER_MINUTE, seconds: 60 }, store)
  const bytesOf = createLimiter('upload-bytes', { points: dailyBytes, seconds: DAY_SECONDS }, store)
  const underWay = new Map<string, number>()
  return {
    async ask(userId, bytes) {
      await consume(asked, userId, `At most ${PER_MINUTE} uploads a minute.`)
      try {
        await bytesOf.consume(userId, bytes)
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        // What was refused does not count: a smaller file may still have its place.
        await bytesOf.reward(userId, bytes)
        throw new RateLimited(`At most ${dailyBytes} bytes within 24 hours.`, { retryAfterMs: refused.msBeforeNext })
      }
    },
    begin(userId) {
      const count = underWay.get(userId) ?? 0
      if (count >= AT_ONCE) throw new RateLimited(`At most ${AT_ONCE} uploads at a time.`, { retryAfterMs: 2_000 })
      underWay.set(userId, count + 1)
      return {
        end() {
          const left = underWay.get(userId)! - 1
          if (left > 0) underWay.set(userId, left)
          else underWay.delete(userId)
        },
      }
    },
  }
}
