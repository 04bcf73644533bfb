/** What every event log promises (log.ts). Each test gets a log of its own, on which nobody has appended. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Unavailable } from '../errors.ts'
import { until } from '../time/until.ts'
import type { EventLog } from './log.ts'
import type { TopicEvent } from './topicEvent.ts'

export const anEvent = (topic: string, rev: number): TopicEvent => ({
  topic,
  rev,
  payload: { __typename: 'MessageSent', message: { text: `${topic} ${rev}` } },
})

const revs = (topic: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => anEvent(topic, from + index))

export const describeEventLog = (name: string, open: () => Promise<EventLog>) =>
  describe(`${name} as an event log`, () => {
    const topic = 'conversation-events'
    let log: EventLog

    beforeEach(async () => {
      log = await open()
    })
    afterEach(() => log.close())

    /** A consumer that notes what it gets. */
    const listen = async (group: string) => {
      const seen: TopicEvent[] = []
      const consumer = await log.consume(topic, group, async (events) => void seen.push(...events))
      return { seen, consumer, of: (key: string) => seen.filter((event) => event.topic === key).map(({ rev }) => rev) }
    }

    test('events of one key arrive once, unchanged, in the order of their appends', async () => {
      const fanout = await listen('fanout')
      const keys = ['a', 'b', 'c', 'd']
      const appends = [1, 11, 21].flatMap((from) => keys.map((key) => log.append(topic, revs(key, from, from + 9))))
      await Promise.all(appends)
      await until(() => fanout.seen.length >= 120, 'all events')
      for (const key of keys) expect(fanout.of(key)).toEqual(revs(key, 1, 30).map(({ rev }) => rev))
      expect(fanout.seen.find(({ topic, rev }) => topic === 'b' && rev === 7)).toEqual(anEvent('b', 7))
    })

    test('every run holds events of one key', async () => {
      const runs: string[][] = []
      await log.consume(topic, 'fanout', async (events) => void runs.push(events.map((event) => event.topic)))
      await log.append(topic, [...revs('a', 1, 5), ...revs('b', 1, 5)])
      await until(() => runs.flat().length === 10, 'all events')
      for (const run of runs) expect(new Set(run).size).toBe(1)
    })

    test('every group gets every event', async () => {
      const groups = await Promise.all(['fanout', 'notifications'].map(listen))
      await log.append(topic, revs('a', 1, 3))
      for (const group of groups) await until(() => group.of('a').join() === '1,2,3', 'its events')
    })

    test('events whose handler failed are handed over again, and nothing of their key overtakes them', async () => {
      const handled: number[] = []
      let failures = 0
      await log.consume(topic, 'fanout', async (events) => {
        if (failures++ < 2) throw new Error('not yet')
        handled.push(...events.map(({ rev }) => rev))
      })
      await Promise.all([log.append(topic, revs('a', 1, 2)), log.append(topic, revs('a', 3, 4))])
      await until(() => handled.length >= 4, 'all events')
      expect(handled).toEqual([1, 2, 3, 4])
      expect(await log.deadLetters(topic, 10)).toEqual([])
    })

    test('a poison event goes to the dead letters with its reason, and the others of its run are handled', async () => {
      const handled: number[] = []
      await log.consume(topic, 'fanout', async (events) => {
        if (events.some(({ rev }) => rev === 2)) throw new Error('cannot read this')
        handled.push(...events.map(({ rev }) => rev))
      })
      await log.append(topic, revs('a', 1, 3))
      await until(() => handled.includes(3), 'the event behind it')
      expect(handled).toEqual([1, 3])
      const letters = await log.deadLetters(topic, 10)
      expect(letters).toEqual([
        { topic, group: 'fanout', event: anEvent('a', 2), error: 'Error: cannot read this', at: expect.any(String) },
      ])
      expect(Date.parse(letters[0]!.at)).toBeGreaterThan(Date.now() - 60_000)
    })

    test('only the newest dead letters are given, oldest first', async () => {
      await log.consume(topic, 'fanout', () => Promise.reject(new Error('no')))
      await log.append(topic, revs('a', 1, 4))
      const newest = () => log.deadLetters(topic, 2)
      await until(async () => (await newest()).some(({ event }) => (event as TopicEvent).rev === 4), 'the last letter')
      expect((await newest()).map(({ event }) => (event as TopicEvent).rev)).toEqual([3, 4])
    })

    test('an event that fails because a service is down is waited out, however often, and never buried', async () => {
      let attempts = 0
      const handled: number[] = []
      await log.consume(topic, 'fanout', async (events) => {
        if (++attempts <= 8) throw new Unavailable('Redis is down.')
        handled.push(...events.map(({ rev }) => rev))
      })
      await log.append(topic, revs('a', 1, 2))
      await until(() => handled.length >= 2, 'the events')
      expect(handled).toEqual([1, 2])
      expect(await log.deadLetters(topic, 10)).toEqual([])
    })

    test('stopping a consumer waits for what it has in hand, and hands over nothing more', async () => {
      let finish: (() => void) | undefined
      const handled: number[] = []
      const consumer = await log.consume(topic, 'fanout', async (events) => {
        await new Promise<void>((resolve) => (finish = resolve))
        handled.push(...events.map(({ rev }) => rev))
      })
      const appended = log.append(topic, revs('a', 1, 1))
      await until(() => finish, 'the handler to begin')
      let stopped = false
      const stopping = consumer.stop().then(() => (stopped = true))
      await log.ping()
      expect(stopped).toBe(false)
      finish?.()
      await Promise.all([stopping, appended])
      expect(handled).toEqual([1])
      // Taken, for the group's return, or refused, so that the outbox keeps it: never handed over.
      await Promise.allSettled([log.append(topic, revs('a', 2, 2))])
      expect(handled).toEqual([1])
    })

    test('after closing, appends are refused with a retriable error', async () => {
      await log.close()
      await expect(log.append(topic, revs('a', 1, 1))).rejects.toThrow(Unavailable)
      await expect(log.ping()).rejects.toThrow(Unavailable)
    })
  })
