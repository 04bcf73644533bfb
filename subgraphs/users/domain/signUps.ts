import { consume, createLimiter, networkOf, type LimitStore } from '../../../platform/rateLimits/index.ts'

/** Counts new accounts, guests too. */
export interface SignUps {
  /** @throws RateLimited  too many came from the address of late; without an address nothing is counted */
  begin(address: string | undefined): Promise<void>
}

export interface SignUpLimits {
  perAddress: number
  /** The window, in seconds. */
  seconds: number
}

/** A whole school behind one address may come in during a break; a program that makes up accounts is slowed down. */
const LIMITS: SignUpLimits = { perAddress: 1_000, seconds: 900 }

export function createSignUps({ store, limits = LIMITS }: { store?: LimitStore; limits?: SignUpLimits }): SignUps {
  const byAddress = createLimiter('sign-up:address', { points: limits.perAddress, seconds: limits.seconds }, store)
  return {
    async begin(address) {
      if (address) await consume(byAddress, networkOf(address), 'Too many accounts from this address. Come back later.')
    },
  }
}
