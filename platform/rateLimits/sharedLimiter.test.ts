import { afterAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { readConfig } from '../config/index.ts'
import { connectRedis } from '../redis/connectRedis.ts'
import { createLogger } from '../telemetry/index.ts'
import { SharedLimiter } from './sharedLimiter.ts'

const points = 3
const seconds = 60

test('a key has its points, and no more until its window ends', async () => {
  const limiter = new SharedLimiter('test', { points, seconds }, undefined)
  const standings = []
  for (let n = 0; n < 4; n++) standings.push(await limiter.take('ada'))
  expect(standings.map(({ isOver, remaining }) => [isOver, remaining])).toEqual([
    [false, 2],
    [false, 1],
    [false, 0],
    [true, 0],
  ])
  expect(standings[3]!.resetMs).toBeGreaterThan(0)
  expect(await limiter.take('ben', 3)).toMatchObject({ isOver: false, remaining: 0 })
})

if (process.env.PARLEY_TEST_SERVICES === '1') {
  const logger = createLogger({ log: { level: 'silent', format: 'json' } })
  const url = readConfig({ PARLEY_REDIS_URL: process.env.PARLEY_REDIS_URL }).redisUrl!
  const redis = await connectRedis({ url, name: 'test-limits', logger })
  afterAll(() => redis.disconnect())

  describe('several processes', () => {
    test('refuse a key whose sum is over, once they have told each other', async () => {
      const store = { redis, namespace: `test-${randomUUID()}` }
      const [one, other] = [1, 2].map(() => new SharedLimiter('rates', { points, seconds }, store, 3_600_000))
      await one!.take('ada', 3)
      expect(await other!.take('ada', 1)).toMatchObject({ isOver: false })
      await one!.tell()
      await other!.tell()
      expect(await other!.take('ada', 1)).toMatchObject({ isOver: true })
      expect(await other!.take('ben', 1)).toMatchObject({ isOver: false })
      for (const limiter of [one!, other!]) limiter.close()
    })
  })
}
