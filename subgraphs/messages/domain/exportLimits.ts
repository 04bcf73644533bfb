import { RateLimited } from '../../../platform/errors.ts'

/** Exports that one user may have under way in this process: each holds a stream, and reads as fast as it is taken. */
const MOST_PER_USER = 4

/** Counts exports under way, by user. */
export interface ExportLimits {
  /** @throws RateLimited  too many are under way */
  begin(userId: string): { end(): void }
}

export function createExportLimits(most = MOST_PER_USER): ExportLimits {
  const underWay = new Map<string, number>()
  return {
    begin(userId) {
      const count = underWay.get(userId) ?? 0
      if (count >= most) throw new RateLimited(`At most ${most} exports at a time.`, { retryAfterMs: 5_000 })
      underWay.set(userId, count + 1)
      let ended = false
      return {
        end() {
          if (ended) return
          ended = true
          const left = underWay.get(userId)! - 1
          if (left > 0) underWay.set(userId, left)
          else underWay.delete(userId)
        },
      }
    },
  }
}
