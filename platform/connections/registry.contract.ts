/** What the registry promises over every key-value store: which router holds which connection. Each test gets an empty one. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { Unavailable } from '../errors.ts'
import type { KeyValue } from '../kv/kv.ts'
import { createLogger } from '../telemetry/index.ts'
import { until } from '../time/until.ts'
import { connectionsIn, connectionsKey, lastSeenIn, routersKey, seenKey } from './keys.ts'
import { openConnectionRegistry } from './registry.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })

export const describeRegistry = (name: string, open: () => Promise<KeyValue>) =>
  describe(`the registry of connections over ${name}`, () => {
    let kv: KeyValue
    let told: { userIds: string[]; ended: boolean }[]
    const pubsub = { publish: async (_channel: string, text: string) => void told.push(JSON.parse(text)) }
    const ends: (() => Promise<unknown>)[] = []

    beforeEach(async () => {
      kv = await open()
      told = []
    })
    afterEach(async () => {
      for (const end of ends.splice(0)) await end()
      await kv.close()
    })

    const router = (store: KeyValue = kv, lifeMs = 60_000) => {
      const registry = openConnectionRegistry({ kv: store, pubsub, logger, lifeMs })
      ends.push(() => registry.close())
      return registry
    }
    const facts = (userId: string) => ({
      ...{ userId, sessionId: 's1', transport: 'websocket' as const, address: '203.0.113.7', userAgent: 'test' },
    })
    const connectionsOf = async (userId: string) => {
      const { fields } = await kv.readFields([connectionsKey(userId), routersKey])
      return connectionsIn(fields[0]!, fields[1]!)
    }
    const seen = async (userId: string) => lastSeenIn((await kv.readFields([seenKey(userId)])).fields[0]!)

    test('a connection is known with its router until it ends, and its user with the time when it did', async () => {
      const one = router()
      const close = one.opened(facts('ada'))
      await until(async () => (await connectionsOf('ada')).length === 1, 'the connection')
      expect(await connectionsOf('ada')).toMatchObject([
        { routerId: one.routerId, sessionId: 's1', transport: 'websocket' },
      ])
      expect(await seen('ada')).toBeUndefined()
      const before = Date.now()
      close()
      close()
      await until(async () => (await connectionsOf('ada')).length === 0, 'its end')
      await until(() => told.length === 2, 'what is told')
      expect(told).toEqual([
        { userIds: ['ada'], ended: false },
        { userIds: ['ada'], ended: true },
      ])
      expect(await seen('ada')).toBeGreaterThanOrEqual(before)
    })

    test('operators see the routers, the connections of a user, and those on a router', async () => {
      const [one, other] = [router(), router()]
      one.opened(facts('ada'))
      other.opened(facts('ada'))
      other.opened(facts('bob'))
      await until(async () => (await other.find({ routerId: other.routerId }, 10)).length === 2, 'all')
      await until(async () => (await connectionsOf('ada')).length === 2, 'the first')
      expect((await one.routers()).map(({ id }) => id).sort()).toEqual([one.routerId, other.routerId].sort())
      expect(await one.find({ userId: 'ada', routerId: other.routerId }, 10)).toMatchObject([{ userId: 'ada' }])
      expect(await one.find({ userId: 'ada' }, 1)).toHaveLength(1)
      expect(await one.find({}, 10)).toEqual([])
    })

    test('a router that closes takes out everything that it holds, and itself', async () => {
      const one = router()
      for (let index = 0; index < 100; index++) one.opened(facts(`u${index}`))
      await one.close()
      expect(await connectionsOf('u99')).toEqual([])
      expect(await one.routers()).toEqual([])
      expect(await one.find({ routerId: one.routerId }, 10)).toEqual([])
    })

    test('a router that is gone without a word is buried by another: its connections end, and their users are told', async () => {
      const broken = { ...methods(kv), isAway: false }
      const dead = router(broken, 300)
      for (let index = 0; index < 150; index++) dead.opened(facts(`u${index}`))
      await until(async () => (await connectionsOf('u149')).length === 1, 'the last')
      broken.isAway = true
      told = []
      const other = router(kv, 300)
      await until(() => new Set(told.flatMap(({ userIds }) => userIds)).size === 150, 'all are told')
      expect(await connectionsOf('u0')).toEqual([])
      expect(await seen('u0')).toBeDefined()
      await until(async () => (await other.find({ routerId: dead.routerId }, 1)).length === 0, 'the burial')
    })

    test('a store that is away for a while gets everything when it is back', async () => {
      const store = { ...methods(kv), isAway: true }
      const one = router(store, 300)
      const close = one.opened(facts('ada'))
      one.opened(facts('bob'))
      close()
      store.isAway = false
      await until(async () => (await connectionsOf('bob')).length === 1, 'what is open')
      expect(await connectionsOf('ada')).toEqual([])
    })

    test('a router that was taken for dead while it lives enters its connections again', async () => {
      const one = router(kv, 300)
      one.opened(facts('ada'))
      await until(async () => (await connectionsOf('ada')).length === 1, 'the connection')
      const [fields] = (await kv.readFields([connectionsKey('ada')])).fields
      for (const field of fields!.keys()) await kv.deleteField(connectionsKey('ada'), field)
      await kv.deleteField(routersKey, one.routerId)
      await until(async () => (await connectionsOf('ada')).length === 1, 'it again')
    })
  })

/** The store, which can be taken away. */
function methods(kv: KeyValue): KeyValue & { isAway: boolean } {
  const through = (name: keyof KeyValue) =>
    function (this: { isAway: boolean }, ...args: unknown[]) {
      if (this.isAway) return Promise.reject(new Unavailable('away'))
      return (kv[name] as (...args: unknown[]) => unknown).apply(kv, args)
    }
  const names = [
    'get',
    'set',
    'setIfAbsent',
    'delete',
    'setField',
    'deleteField',
    'readFields',
    'ping',
    'close',
  ] as const
  return { ...Object.fromEntries(names.map((name) => [name, through(name)])), isAway: false } as never
}

export const namespace = () => `test-${randomUUID()}`
