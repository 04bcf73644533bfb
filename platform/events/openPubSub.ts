import type { Logger } from 'pino'
import type { Config } from '../config/index.ts'
import { MemoryPubSub } from './memory/memoryPubSub.ts'
import type { PubSub } from './pubsub.ts'

/** Redis where it is configured, else this process. Rejects with UNAVAILABLE when Redis can't be reached. */
export async function openPubSub({ redisUrl: url, namespace }: Config, logger: Logger): Promise<PubSub> {
  if (url === undefined) return new MemoryPubSub({ logger })
  const { RedisPubSub } = await import('./redis/redisPubSub.ts')
  return RedisPubSub.open({ url, namespace, logger })
}
