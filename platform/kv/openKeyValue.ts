import type { Logger } from 'pino'
import type { Config } from '../config/index.ts'
import type { KeyValue } from './kv.ts'
import { MemoryKeyValue } from './memory/memoryKeyValue.ts'
import { RedisKeyValue } from './redis/redisKeyValue.ts'

/** Redis where it is configured, else this process. Rejects with UNAVAILABLE when Redis can't be reached. */
export async function openKeyValue({ redisUrl: url, namespace }: Config, logger: Logger): Promise<KeyValue> {
  return url === undefined ? new MemoryKeyValue() : RedisKeyValue.open({ url, namespace, logger })
}
