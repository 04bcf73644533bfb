import { randomUUID } from 'node:crypto'
import { MemoryPubSub } from '../../../platform/events/memory/memoryPubSub.ts'
import { RedisPubSub } from '../../../platform/events/redis/redisPubSub.ts'
import { TcpProxy } from '../../../platform/network/tcpProxy.ts'
import { quiet } from '../testing/startHub.ts'
import { describeStreams } from './streams.contract.ts'

async function openMemory() {
  const pubsub = new MemoryPubSub({ logger: quiet })
  return { pubsub, close: () => pubsub.close() }
}

async function openRedis() {
  const url = new URL(process.env.PARLEY_REDIS_URL!)
  const proxy = await TcpProxy.open({ host: url.hostname, port: Number(url.port || 6379) })
  url.host = `127.0.0.1:${proxy.port}`
  const pubsub = await RedisPubSub.open({ url: url.href, namespace: `test-${randomUUID()}`, logger: quiet })
  return {
    pubsub,
    cut: () => proxy.cut(),
    restore: () => proxy.restore(),
    async close() {
      await pubsub.close()
      await proxy.close()
    },
  }
}

describeStreams('this process', { open: openMemory, breaks: false })

if (process.env.PARLEY_TEST_SERVICES === '1') describeStreams('Redis', { open: openRedis, breaks: true })
