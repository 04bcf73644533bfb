import type { Logger } from 'pino'
import type { Config } from '../config/index.ts'
import type { KeyValue } from './kv.ts'
import { MemoryKeyValue } from './memory/memoryKeyValue.ts'

/** Redis where it is configured, else this process. Rejects with UNAVAILABLE when Redis can't be reached. */
export async function openKeyValue({ redisUrl: url, namespace }: Config, logger: Logger): Promise<KeyValue> {
  if (url === undefined) return new MemoryKeyValue()
  const { RedisKeyValue } = await import('./redis/redisKeyValue.ts')
  return RedisKeyValue.open({ url, namespace, logger })
}
