import { randomUUID } from 'node:crypto'
import { readConfig } from '../config/index.ts'
import { createLogger } from '../telemetry/index.ts'
import { MemoryPubSub } from './memory/memoryPubSub.ts'
import { describePubSub } from './pubsub.contract.ts'
import { RedisPubSub } from './redis/redisPubSub.ts'
import { describeRedisPubSub } from './redis/redisPubSub.contract.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })

describePubSub('this process', async () => new MemoryPubSub({ logger }))

if (process.env.PARLEY_TEST_SERVICES === '1') {
  const { PARLEY_REDIS_URL } = process.env
  const url = readConfig({ PARLEY_REDIS_URL }).redisUrl ?? ''
  describePubSub('Redis', () => RedisPubSub.open({ url, namespace: `test-${randomUUID()}`, logger }))
  describeRedisPubSub(url, logger)
}
