/** What every pub/sub promises (pubsub.ts). */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Unavailable } from '../errors.ts'
import { until } from '../time/until.ts'
import type { PubSub } from './pubsub.ts'

export const describePubSub = (name: string, open: () => Promise<PubSub>) =>
  describe(`${name} as pub/sub`, () => {
    let pubsub: PubSub

    beforeEach(async () => {
      pubsub = await open()
    })
    afterEach(() => pubsub.close())

    const listen = async (channel: string) => {
      const heard: string[] = []
      return { heard, stop: await pubsub.subscribe(channel, (message) => heard.push(message)) }
    }

    test('a message reaches every listener of its channel as it was published, and nobody else', async () => {
      const [one, two, other] = [await listen('a'), await listen('a'), await listen('b')]
      const message = JSON.stringify({ text: 'ünïcode "quotes" 🎉\n', big: 'x'.repeat(100_000) })
      await pubsub.publish('a', message)
      await pubsub.publish('b', 'not json {')
      await until(() => one.heard.length + two.heard.length + other.heard.length === 3, 'both messages')
      expect([one.heard, two.heard, other.heard]).toEqual([[message], [message], ['not json {']])
    })

    test('many messages published in one call arrive in order, each on its channel', async () => {
      const [a, b] = [await listen('a'), await listen('b')]
      const numbers = Array.from({ length: 200 }, (_, index) => String(index))
      await pubsub.publishMany(numbers.flatMap((message) => ['a', 'b'].map((channel) => ({ channel, message }))))
      await until(() => a.heard.length + b.heard.length === 400, 'all messages')
      expect([a.heard, b.heard]).toEqual([numbers, numbers])
      await pubsub.publishMany([])
    })

    test('a listener that has left hears nothing more, and the others of its channel still do', async () => {
      const [staying, leaving] = [await listen('a'), await listen('a')]
      await leaving.stop()
      await leaving.stop()
      await pubsub.publish('a', 'one')
      await until(() => staying.heard.length === 1, 'the message')
      expect(leaving.heard).toEqual([])
    })

    test('a channel that was left can be subscribed again', async () => {
      const first = await listen('a')
      await first.stop()
      const again = await listen('a')
      await pubsub.publish('a', 'one')
      await until(() => again.heard.length === 1, 'the message')
      expect(first.heard).toEqual([])
    })

    test('many who subscribe and leave one channel at once do not disturb each other', async () => {
      const listeners = await Promise.all(Array.from({ length: 50 }, () => listen('a')))
      await Promise.all(listeners.slice(0, 49).map(({ stop }) => stop()))
      await pubsub.publish('a', 'one')
      await until(() => listeners[49]?.heard.length === 1, 'the message')
      expect(listeners.slice(0, 49).flatMap(({ heard }) => heard)).toEqual([])
    })

    test('a listener that throws does not keep the message from the others', async () => {
      await pubsub.subscribe('a', () => {
        throw new Error('broken listener')
      })
      const sound = await listen('a')
      await pubsub.publish('a', 'one')
      await until(() => sound.heard.length === 1, 'the message')
    })

    test('after closing, everything is refused with a retriable error', async () => {
      await pubsub.ping()
      await pubsub.close()
      await expect(pubsub.publish('a', 'one')).rejects.toThrow(Unavailable)
      await expect(pubsub.publishMany([{ channel: 'a', message: 'one' }])).rejects.toThrow(Unavailable)
      await expect(pubsub.subscribe('a', () => {})).rejects.toThrow(Unavailable)
      await expect(pubsub.ping()).rejects.toThrow(Unavailable)
    })
  })
