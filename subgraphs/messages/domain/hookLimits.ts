import { consume, createLimiter, networkOf, type LimitStore } from '../../../platform/rateLimits/index.ts'

/** Messages that one address may be posted in a minute: a burst of alerts, and no flood. */
const PER_HOOK = { points: 60, seconds: 60 }
/** Wrong addresses from one network in a minute. Secrets have 256 bits: this only keeps guessing cheap for us. */
const WRONG = { points: 30, seconds: 60 }

/** Counts what is posted. */
export interface HookLimits {
  /** @throws RateLimited */
  post(hookId: string): Promise<void>
  /** @throws RateLimited */
  wrong(address: string | undefined): Promise<void>
}

export function createHookLimits(store: LimitStore | undefined): HookLimits {
  const [posts, wrongs] = [createLimiter('hook', PER_HOOK, store), createLimiter('hook-wrong', WRONG, store)]
  return {
    post: (hookId) => consume(posts, hookId, `At most ${PER_HOOK.points} messages a minute here.`),
    async wrong(address) {
      if (address) await consume(wrongs, networkOf(address), 'Too many wrong addresses. Come back later.')
    },
  }
}
