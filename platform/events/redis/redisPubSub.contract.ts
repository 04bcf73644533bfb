/** What only pub/sub over a network has to promise: one subscription per channel, and an honest answer to outages. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { Unavailable } from '../../errors.ts'
import { until } from '../../time/until.ts'
import { connectRedis } from '../../redis/connectRedis.ts'
import { ChannelSubscriber } from './channelSubscriber.ts'
import { RedisPubSub } from './redisPubSub.ts'
import { TcpProxy } from '../../network/tcpProxy.ts'

const answers = (request: Promise<unknown>) =>
  request.then(
    () => true,
    () => false,
  )

export const describeRedisPubSub = (url: string, logger: Logger) =>
  describe('pub/sub over Redis', () => {
    let admin: Redis
    let proxy: TcpProxy
    let pubsub: RedisPubSub
    let namespace: string

    beforeEach(async () => {
      admin = new Redis(url)
      namespace = `test-${randomUUID()}`
      const { hostname, port } = new URL(url)
      proxy = await TcpProxy.open({ host: hostname, port: Number(port || 6379) })
      const through = new URL(url)
      through.host = `127.0.0.1:${proxy.port}`
      pubsub = await RedisPubSub.open({ url: through.href, namespace, logger })
    })
    afterEach(async () => {
      await pubsub.close()
      await proxy.close()
      await admin.quit()
    })

    const listenersOf = async (name: string) => {
      const channel = `${namespace}:${name}`
      const [clients] = (await admin.pubsub('CHANNELS', channel)) as string[]
      const [, count] = (await admin.pubsub('NUMSUB', channel)) as [string, number]
      return { known: clients === channel, count: Number(count) }
    }

    test('however many listen to a channel, Redis has one subscription, and none after the last has left', async () => {
      const stops = await Promise.all(Array.from({ length: 20 }, () => pubsub.subscribe('a', () => {})))
      expect(await listenersOf('a')).toEqual({ known: true, count: 1 })
      await Promise.all(stops.slice(1).map((stop) => stop()))
      expect(await listenersOf('a')).toEqual({ known: true, count: 1 })
      await stops[0]?.()
      await until(async () => (await listenersOf('a')).count === 0, 'the subscription to end')
    })

    test('a lost connection is reported, and its return only once every subscription stands again', async () => {
      const heard: string[] = []
      const channels = Array.from({ length: 1200 }, (_, index) => `channel-${index}`)
      for (const channel of channels) await pubsub.subscribe(channel, (message) => heard.push(message))
      const states: boolean[] = []
      const counts: Promise<unknown[]>[] = []
      pubsub.onConnection((connected) => {
        states.push(connected)
        if (connected) counts.push(admin.pubsub('NUMSUB', ...channels.map((channel) => `${namespace}:${channel}`)))
      })
      await proxy.cut()
      await until(() => states.length === 1, 'the loss')
      await proxy.restore()
      await until(() => states.length === 2, 'the return')
      expect(states).toEqual([false, true])
      const [numbers = []] = await Promise.all(counts)
      expect(numbers.filter((_, index) => index % 2 === 1).map(Number)).toEqual(channels.map(() => 1))
      await until(() => answers(pubsub.publish('channel-1199', 'hello')), 'the publisher')
      await until(() => heard.length === 1, 'the message')
    })

    test('while Redis is away, publishing and subscribing are refused at once, and nothing is sent later', async () => {
      const heard: string[] = []
      await pubsub.subscribe('a', (message) => heard.push(message))
      await proxy.cut()
      const start = Date.now()
      await until(async () => !(await answers(pubsub.ping())), 'the loss')
      for (let count = 0; count < 100; count++) {
        await expect(pubsub.publish('a', 'lost')).rejects.toThrow(Unavailable)
        await expect(pubsub.publishMany([{ channel: 'a', message: 'lost' }])).rejects.toThrow(Unavailable)
        await expect(pubsub.subscribe(`b-${count}`, () => {})).rejects.toThrow(Unavailable)
      }
      expect(Date.now() - start).toBeLessThan(5000)
      const back = new Promise<boolean>((resolve) => pubsub.onConnection(resolve))
      await proxy.restore()
      expect(await back).toBe(true)
      await until(() => answers(pubsub.publish('a', 'after')), 'the publisher')
      await until(() => heard.length > 0, 'the message')
      expect(heard).toEqual(['after'])
    })

    test('a channel left during an outage is not subscribed again', async () => {
      const stop = await pubsub.subscribe('a', () => {})
      await pubsub.subscribe('b', () => {})
      await proxy.cut()
      await until(async () => !(await answers(pubsub.ping())), 'the loss')
      await stop()
      await proxy.restore()
      await until(async () => (await listenersOf('b')).count === 1, 'the return')
      expect((await listenersOf('a')).count).toBe(0)
    })

    test('a connection that hangs is left once, however many commands fail on it', async () => {
      const through = new URL(url)
      through.host = `127.0.0.1:${proxy.port}`
      const connection = { url: through.href, name: `${namespace}-hanging`, logger }
      const redis = await connectRedis(connection, { autoResubscribe: false, commandTimeout: 100 })
      const subscriber = new ChannelSubscriber(redis)
      try {
        const { stream } = redis
        const listeners = stream.listenerCount('close')
        proxy.freeze()
        for (let count = 0; count < 20; count++) subscriber.subscribe(`channel-${count}`, () => {})
        await until(() => redis.status !== 'ready', 'the connection to be left')
        expect(stream.listenerCount('close')).toBeLessThanOrEqual(listeners + 1)
      } finally {
        subscriber.close()
      }
    })

    test('a Redis that hangs is given up on within the bound', async () => {
      proxy.freeze()
      await expect(pubsub.publish('a', 'one')).rejects.toThrow(Unavailable)
      await expect(pubsub.subscribe('a', () => {})).rejects.toThrow(Unavailable)
    })
  })
