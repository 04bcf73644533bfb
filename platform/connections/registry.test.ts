import { readConfig } from '../config/index.ts'
import { MemoryKeyValue } from '../kv/memory/memoryKeyValue.ts'
import { RedisKeyValue } from '../kv/redis/redisKeyValue.ts'
import { createLogger } from '../telemetry/index.ts'
import { describeRegistry, namespace } from './registry.contract.ts'

describeRegistry('this process', async () => new MemoryKeyValue())

if (process.env.PARLEY_TEST_SERVICES === '1') {
  const url = readConfig({ PARLEY_REDIS_URL: process.env.PARLEY_REDIS_URL }).redisUrl ?? ''
  const logger = createLogger({ log: { level: 'silent', format: 'json' } })
  describeRegistry('Redis', () => RedisKeyValue.open({ url, namespace: namespace(), logger }))
}
