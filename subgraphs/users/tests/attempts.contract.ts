import { describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { RateLimited } from '../../../platform/errors.ts'
import { createAttempts } from '../domain/attempts.ts'
import type { LimitStore } from '../../../platform/rateLimits/index.ts'

/** `open`: what the attempts of one suite are counted in; undefined for this process. */
export const describeAttempts = (name: string, open: (namespace: string) => LimitStore | undefined) =>
  describe(`log-in attempts counted in ${name}`, () => {
    const limits = { perHandle: 3, perAddress: 5, seconds: 60 }
    const given = () => createAttempts({ store: open(`test-${randomUUID()}`), limits })
    const fail = async (attempts: ReturnType<typeof given>, times: number, handle: string, address?: string) => {
      for (let i = 0; i < times; i++) await attempts.begin(handle, address)
    }

    test('are refused beyond the limit of a handle, with the time to wait', async () => {
      const attempts = given()
      await fail(attempts, 3, 'ada')
      const refusal = await attempts.begin('ada', '203.0.113.1').catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(RateLimited)
      expect((refusal as RateLimited).retryAfterMs).toBeGreaterThan(50_000)
      await attempts.begin('grace', '203.0.113.1')
    })

    test('are refused beyond the limit of an address, whatever the handle', async () => {
      const attempts = given()
      for (let i = 0; i < 5; i++) await fail(attempts, 1, `someone${i}`, '203.0.113.1')
      await expect(attempts.begin('ada', '203.0.113.1')).rejects.toThrow(RateLimited)
      await attempts.begin('ada', '203.0.113.2')
    })

    test('that succeed do not count, and clear their handle', async () => {
      const attempts = given()
      for (let round = 0; round < 4; round++) {
        await fail(attempts, 2, 'ada')
        for (let i = 0; i < 2; i++) await (await attempts.begin('ada', '203.0.113.1')).succeeded()
      }
    })

    test('that were not decided do not count, and clear nothing', async () => {
      const attempts = given()
      await fail(attempts, 2, 'ada', '203.0.113.1')
      for (let i = 0; i < 10; i++) await (await attempts.begin('ada', '203.0.113.1')).undecided()
      await fail(attempts, 1, 'ada', '203.0.113.1')
      await expect(attempts.begin('ada', '203.0.113.1')).rejects.toThrow(RateLimited)
    })

    test('that begin at once pass the limit only so many times', async () => {
      const attempts = given()
      const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => attempts.begin('ada', undefined)))
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    })
  })
