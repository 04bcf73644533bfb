/** The engine over a kind of pub/sub: what it promises must not depend on which one carries the stream. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { PubSub } from '../../../platform/events/index.ts'
import { startHubOn, story } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

export interface Stream {
  pubsub: PubSub
  close(): Promise<void>
}

/** A stream through a broker whose connection can be broken and mended. */
export interface BreakableStream extends Stream {
  cut(): Promise<void>
  restore(): Promise<void>
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

type Opened = { breaks: false; open: () => Promise<Stream> } | { breaks: true; open: () => Promise<BreakableStream> }

export const describeStreams = (name: string, { open, breaks }: Opened) =>
  describe(`live subscriptions over ${name}`, () => {
    let stream: Stream
    let router: ReturnType<typeof startHubOn>
    beforeEach(async () => {
      stream = await open()
      router = startHubOn(stream.pubsub, { holeGraceMs: 20 })
    })
    afterEach(async () => {
      await router.hub.close()
      await stream.close()
    })

    test('events of many topics reach every subscriber, in order, each once', async () => {
      const rooms = range(1, 20).map(String)
      const sinks = rooms.flatMap((room) => [
        router.subscribe({ room, after: 0 }),
        router.subscribe({ room, after: 0 }),
      ])
      for (let count = 0; count < 50; count++) {
        await Promise.all(rooms.map((room) => router.newsroom.publish(room, 'a')))
      }
      await until(() => sinks.every(({ results }) => results.length >= 50), 'all have all')
      for (const { revs } of sinks) expect(revs).toEqual(range(1, 50))
    })

    test('subscribers that come and go at once leave a stream that works', async () => {
      for (let count = 0; count < 200; count++) router.subscribe().subscription.stop()
      const sink = router.subscribe({}, { query: story })
      await until(() => sink.subscription.state === 'live')
      await router.newsroom.publish('1', 'a')
      await until(() => sink.results.length === 1)
      sink.subscription.stop()
      expect(router.hub.size).toBe(0)
    })

    if (breaks) testOutage(() => ({ stream: stream as BreakableStream, ...router }))
  })

function testOutage(current: () => { stream: BreakableStream } & ReturnType<typeof startHubOn>) {
  test('what happened while the broker was away is there when it is back', async () => {
    const { stream, subscribe, newsroom } = current()
    const rooms = range(1, 10).map(String)
    const isUp = () =>
      stream.pubsub.ping().then(
        () => true,
        () => false,
      )
    const sinks = rooms.map((room) => subscribe({ room }))
    await until(() => sinks.every(({ subscription }) => subscription.state === 'live'))
    await stream.cut()
    await until(async () => !(await isUp()), 'the loss is noticed')
    for (const room of rooms) {
      for (let count = 0; count < 5; count++) await newsroom.publish(room, 'lost').catch(() => undefined)
    }
    await stream.restore()
    await until(() => sinks.every(({ results }) => results.length === 5), 'the holes are filled')
    for (const { revs } of sinks) expect(revs).toEqual(range(1, 5))
    await until(isUp, 'publishing works again')
    await Promise.all(rooms.map((room) => newsroom.publish(room, 'heard')))
    await until(() => sinks.every(({ results }) => results.length === 6), 'the stream goes on')
  })
}
