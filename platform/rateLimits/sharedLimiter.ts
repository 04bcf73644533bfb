import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { LimitStore } from './createLimiter.ts'

/** Where a key stands in its window. */
export interface Standing {
  isOver: boolean
  /** Points left in this window. */
  remaining: number
  /** Until the window ends. */
  resetMs: number
}

/** Keys whose points wait to be told; more are told at once. */
const MAX_UNTOLD = 10_000

/**
 * So many points in so many seconds for each key, decided in this process without waiting for anybody. Several processes
 * tell Redis once a second what they counted; a key that is over in the sum of them is refused by each from then on. So
 * a limit may be passed by what the processes let through within that second. While Redis is away each counts for itself.
 */
export class SharedLimiter {
  readonly points: number
  readonly seconds: number
  readonly #own: RateLimiterMemory
  readonly #all: RateLimiterRedis | undefined
  readonly #timer: NodeJS.Timeout | undefined
  #untold = new Map<string, number>()

  constructor(
    name: string,
    { points, seconds }: { points: number; seconds: number },
    store: LimitStore | undefined,
    tellEveryMs = 1_000,
  ) {
    const options = { keyPrefix: `${store?.namespace ?? ''}:${name}`, points, duration: seconds }
    this.points = points
    this.seconds = seconds
    this.#own = new RateLimiterMemory(options)
    if (!store) return
    this.#all = new RateLimiterRedis({ ...options, storeClient: store.redis })
    this.#timer = setInterval(() => void this.tell(), tellEveryMs).unref()
  }

  /** Takes points, also those that are not there: who goes on asking is not let in sooner. */
  async take(key: string, points = 1): Promise<Standing> {
    const taken = await this.#own.consume(key, points).catch(refusal)
    if (this.#all) {
      this.#untold.set(key, (this.#untold.get(key) ?? 0) + points)
      if (this.#untold.size > MAX_UNTOLD) void this.tell()
    }
    const isOver = taken.consumedPoints > this.points
    return { isOver, remaining: Math.max(0, taken.remainingPoints), resetMs: Math.max(0, taken.msBeforeNext) }
  }

  /** Tells Redis what was counted here, and learns which keys are over everywhere. Never rejects. */
  async tell(): Promise<void> {
    const untold = this.#untold
    this.#untold = new Map()
    await Promise.all([...untold].map(([key, points]) => this.#tellOne(key, points)))
  }

  close(): void {
    clearInterval(this.#timer)
  }

  async #tellOne(key: string, points: number): Promise<void> {
    try {
      await this.#all?.consume(key, points)
    } catch (refused) {
      // Anything else is Redis being away: what this process counts by itself holds.
      if (refused instanceof RateLimiterRes) await this.#own.block(key, Math.ceil(refused.msBeforeNext / 1000))
    }
  }
}

function refusal(refused: unknown): RateLimiterRes {
  if (refused instanceof RateLimiterRes) return refused
  throw refused
}
