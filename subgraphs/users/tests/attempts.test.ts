import { afterAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import { readConfig } from '../../../platform/config/index.ts'
import { RateLimited } from '../../../platform/errors.ts'
import { TcpProxy } from '../../../platform/network/tcpProxy.ts'
import { connectRedis } from '../../../platform/redis/connectRedis.ts'
import { createLogger } from '../../../platform/telemetry/index.ts'
import { createAttempts } from '../domain/attempts.ts'
import { describeAttempts } from './attempts.contract.ts'

describeAttempts('this process', () => undefined)

if (process.env.PARLEY_TEST_SERVICES === '1') {
  const logger = createLogger({ log: { level: 'silent', format: 'json' } })
  const { PARLEY_REDIS_URL } = process.env
  const url = readConfig({ PARLEY_REDIS_URL }).redisUrl!
  const redis: Redis = await connectRedis({ url, name: 'test-log-ins', logger })
  afterAll(() => redis.disconnect())

  describeAttempts('Redis', (namespace) => ({ redis, namespace }))

  describe('log-in attempts of several processes', () => {
    const limits = { perHandle: 2, perAddress: 5, seconds: 60 }

    test('are counted together', async () => {
      const namespace = `test-${randomUUID()}`
      const [one, other] = [1, 2].map(() => createAttempts({ store: { redis, namespace }, limits }))
      await one!.begin('ada', undefined)
      await other!.begin('ada', undefined)
      await expect(one!.begin('ada', undefined)).rejects.toThrow(RateLimited)
    })

    test('are counted in each while Redis is away, and still limited', async () => {
      const { hostname: host, port, password } = new URL(url)
      const proxy = await TcpProxy.open({ host, port: Number(port) })
      const near = await connectRedis({
        url: `redis://:${password}@127.0.0.1:${proxy.port}`,
        name: 'test-away',
        logger,
      })
      const attempts = createAttempts({ store: { redis: near, namespace: `test-${randomUUID()}` }, limits })
      await proxy.cut()
      await attempts.begin('ada', '203.0.113.1')
      await (await attempts.begin('ada', '203.0.113.1')).succeeded()
      await attempts.begin('ada', '203.0.113.1')
      await attempts.begin('ada', '203.0.113.1')
      await expect(attempts.begin('ada', '203.0.113.1')).rejects.toThrow(RateLimited)
      near.disconnect()
      await proxy.close()
    })
  })
}
