import { describe, expect, test } from '@jest/globals'
import { daysAgo, type UsageCount, type UsageStore } from './usageStore.ts'

const count = (
  given: { day?: string; hash?: string; version?: string; requests?: number; uses?: string[] } = {},
): UsageCount => ({
  day: given.day ?? daysAgo(0),
  operation: { hash: given.hash ?? 'a', name: 'query A', text: '{a}', coordinates: given.uses ?? ['Query.a'] },
  client: { name: 'web', version: given.version ?? '1' },
  requests: given.requests ?? 1,
})

/** Each place where usage is kept passes the same suite. */
export const describeUsageStore = (name: string, open: (keepDays: number) => UsageStore) =>
  describe(`${name} as a store of usage`, () => {
    test('adds to what was counted for the same day, operation and client', async () => {
      const store = open(30)
      await store.add([count({ requests: 2 }), count({ version: '2' })])
      await store.add([count({ requests: 3 }), count({ hash: 'b' })])
      const kept = (await store.since(daysAgo(0))).map(({ operation, client, requests }) => [
        operation.hash,
        client.version,
        requests,
      ])
      expect(kept.sort()).toEqual([
        ['a', '1', 5],
        ['a', '2', 1],
        ['b', '1', 1],
      ])
    })

    test('gives back everything of an operation, and what any count of it used', async () => {
      const store = open(30)
      await store.add([count({ uses: ['Query.a'] })])
      await store.add([count({ uses: ['Query.b'] })])
      const [{ operation, day }] = (await store.since(daysAgo(7))) as [UsageCount]
      expect([operation.name, operation.text, day]).toEqual(['query A', '{a}', daysAgo(0)])
      expect([...operation.coordinates].sort()).toEqual(['Query.a', 'Query.b'])
    })

    test('tells only the days that are asked for, and forgets those that are too old', async () => {
      const store = open(30)
      await store.add([count({ day: daysAgo(40), hash: 'old' }), count({ day: daysAgo(20) }), count()])
      expect((await store.since(daysAgo(10))).map(({ day }) => day)).toEqual([daysAgo(0)])
      expect((await store.since(daysAgo(100))).map(({ day }) => day).sort()).toEqual([daysAgo(20), daysAgo(0)])
    })

    test('loses none of many calls at once', async () => {
      const store = open(30)
      await Promise.all(
        Array.from({ length: 20 }, (_, at) => store.add([count({ hash: `h${at % 4}` }), count({ hash: 'all' })])),
      )
      const kept = await store.since(daysAgo(0))
      const requests = (hash: string) => kept.find(({ operation }) => operation.hash === hash)?.requests
      expect([requests('all'), requests('h0'), requests('h3')]).toEqual([20, 5, 5])
    })

    test('keeps names as they are', async () => {
      const store = open(30)
      const names = ['Web', 'web', 'wéb', '😀', `o'clock; drop`]
      await store.add(names.map((version) => count({ version })))
      expect((await store.since(daysAgo(0))).map(({ client }) => client.version).sort()).toEqual([...names].sort())
    })
  })
