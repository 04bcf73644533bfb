import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { createSlots } from './slots.ts'

export interface Passwords {
  /** Argon2id in PHC string format. @throws Overloaded */
  hash(password: string): Promise<string>
  /** False, after the same work, where there is no hash. @throws Overloaded */
  verify(hashed: string | undefined, password: string): Promise<boolean>
}

/**
 * OWASP's first choice for Argon2id with 19 MiB: 2 passes, 1 lane (Password Storage Cheat Sheet). The library's default
 * algorithm is Argon2id.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * Each hash takes 19 MiB and a thread of the pool that file reads and token checks use too: few run at once, and a flood of
 * sign-ins is refused rather than queued without end.
 */
const LIMITS = { running: Math.min(3, availableParallelism()), waiting: 100 }

export async function createPasswords(limits = LIMITS): Promise<Passwords> {
  const slots = createSlots(limits)
  // Of a password that nobody has: what an unknown account's is compared with.
  const nobodys = await hash(randomBytes(32).toString('base64url'), COST)

  return {
    hash: (password) => slots.run(() => hash(password, COST)),
    verify: (hashed, password) =>
      slots.run(async () => (await verify(hashed ?? nobodys, password)) && hashed !== undefined),
  }
}
