import { describe, expect, test } from '@jest/globals'
import { Unauthenticated, Unavailable } from '../errors.ts'
import { MemoryPubSub } from '../events/memory/memoryPubSub.ts'
import type { PubSub } from '../events/pubsub.ts'
import { MemoryKeyValue } from '../kv/memory/memoryKeyValue.ts'
import { createLogger } from '../telemetry/index.ts'
import { createIssuer, createMemoryKeys, createVerifier, openRevocations, refuseRevoked } from './index.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const minute = 60_000

/** A pub/sub whose connection can break, and a store that counts and can be away. */
async function given() {
  const wire = new MemoryPubSub({ logger })
  const connections = new Set<(connected: boolean) => void>()
  let broken = false
  let away = false
  let reads = 0
  const pubsub: PubSub = {
    publish: (channel, message) => wire.publish(channel, message),
    publishMany: (messages) => wire.publishMany(messages),
    subscribe: (channel, listener) => wire.subscribe(channel, (message) => void (broken || listener(message))),
    onConnection: (listener) => {
      connections.add(listener)
      return () => connections.delete(listener)
    },
    ping: () => wire.ping(),
    close: () => wire.close(),
  }
  const store = new MemoryKeyValue()
  const kv = Object.assign(Object.create(store) as MemoryKeyValue, {
    get: async (key: string) => {
      reads++
      if (away) throw new Unavailable('away')
      return store.get(key)
    },
    set: async (key: string, value: string, ttlMs: number) => {
      if (away) throw new Unavailable('away')
      return store.set(key, value, ttlMs)
    },
  })
  const issuer = await createIssuer({ keys: createMemoryKeys(), ttlMs: 15 * minute })
  const open = (known = 1_000) => openRevocations({ kv, pubsub, ttlMs: 15 * minute, logger, known })
  return {
    open,
    process: async (known?: number) => {
      const revocations = await open(known)
      return { revocations, verifier: refuseRevoked(createVerifier({ jwks: () => issuer.jwks() }), revocations) }
    },
    tokenOf: async (sessionId: string) => (await issuer.issue({ userId: 'ada', sessionId, isGuest: false })).token,
    reads: () => reads,
    goAway: (is: boolean) => void (away = is),
    breakWire: () => {
      broken = true
      for (const tell of connections) tell(false)
    },
    mendWire: () => {
      broken = false
      for (const tell of connections) tell(true)
    },
  }
}

describe('a session that was revoked', () => {
  test('is refused at once by every process, also where its token was verified before', async () => {
    const { process, tokenOf } = await given()
    const [one, other] = [await process(), await process()]
    const token = await tokenOf('s1')
    await other.verifier.verify(token)
    await one.revocations.revoke(['s1'])
    for (const { verifier } of [one, other]) await expect(verifier.verify(token)).rejects.toThrow(Unauthenticated)
    expect(await other.verifier.verify(await tokenOf('s2'))).toMatchObject({ sessionId: 's2' })
  })

  test('is refused by a process that starts later', async () => {
    const { process, tokenOf } = await given()
    await (await process()).revocations.revoke(['s1'])
    const late = await process()
    await expect(late.verifier.verify(await tokenOf('s1'))).rejects.toThrow(Unauthenticated)
  })

  test('is refused by a process that could not hear of it, once its connection stands again', async () => {
    const { process, tokenOf, breakWire, mendWire } = await given()
    const [one, other] = [await process(), await process()]
    const token = await tokenOf('s1')
    await other.verifier.verify(token)
    let told = 0
    other.verifier.onRevoked!('s1', () => told++)
    breakWire()
    await one.revocations.revoke(['s1'])
    expect(await other.verifier.verify(token)).toMatchObject({ sessionId: 's1' })
    mendWire()
    await expect(other.verifier.verify(token)).rejects.toThrow(Unauthenticated)
    expect(told).toBe(1)
  })

  test('stays refused when more end than a process keeps in mind', async () => {
    const { process, tokenOf } = await given()
    const one = await process(10)
    const token = await tokenOf('s1')
    await one.verifier.verify(token)
    await one.revocations.revoke(['s1', ...Array.from({ length: 50 }, (_, i) => `other${i}`)])
    expect(one.revocations.isKnown('s1')).toBe(false)
    await expect(one.verifier.verify(token)).rejects.toThrow(Unauthenticated)
  })

  test('tells those who watch it, once, and nobody who has stopped to', async () => {
    const { process } = await given()
    const [one, other] = [await process(), await process()]
    const told: string[] = []
    one.verifier.onRevoked!('s1', () => told.push('one'))
    other.verifier.onRevoked!('s1', () => told.push('other'))
    other.verifier.onRevoked!('s1', () => told.push('stopped'))()
    other.verifier.onRevoked!('s2', () => told.push('another session'))
    await one.revocations.revoke(['s1'])
    expect(told).toEqual(['one', 'other'])
    one.verifier.onRevoked!('s1', () => told.push('late'))
    await Promise.resolve()
    expect(told).toEqual(['one', 'other', 'late'])
  })
})

describe('while the store is away', () => {
  test('what was heard counts, tokens go on working, and the store is asked again once it is back', async () => {
    const { process, tokenOf, goAway } = await given()
    const { revocations, verifier } = await process()
    const [known, unknown] = [await tokenOf('s1'), await tokenOf('s2')]
    goAway(true)
    await expect(revocations.revoke(['s1'])).rejects.toThrow(Unavailable)
    await expect(verifier.verify(known)).rejects.toThrow(Unauthenticated)
    expect(await verifier.verify(unknown)).toMatchObject({ sessionId: 's2' })
    goAway(false)
    await revocations.revoke(['s1'])
    await expect((await process()).verifier.verify(known)).rejects.toThrow(Unauthenticated)
  })

  test('it is not asked for each request', async () => {
    const { process, tokenOf, goAway, reads } = await given()
    const { verifier } = await process()
    const tokens = await Promise.all(Array.from({ length: 20 }, (_, i) => tokenOf(`s${i}`)))
    goAway(true)
    const start = performance.now()
    for (const token of tokens) await verifier.verify(token)
    // It is left alone for a second after each failure: on a slow machine several seconds may have gone by.
    expect(reads()).toBeLessThanOrEqual(1 + Math.floor((performance.now() - start) / 1_000))
    expect(reads()).toBeGreaterThan(0)
  })
})

test('a token that goes on working costs one look-up, however often it is used', async () => {
  const { process, tokenOf, reads } = await given()
  const { verifier } = await process()
  const token = await tokenOf('s1')
  for (let i = 0; i < 20; i++) await verifier.verify(token)
  expect(reads()).toBe(1)
})

test('a message that is no list of sessions does nothing', async () => {
  const { open } = await given()
  const pubsub = new MemoryPubSub({ logger })
  const revocations = await openRevocations({ kv: new MemoryKeyValue(), pubsub, ttlMs: minute, logger })
  for (const text of ['', '{', 'null', '{"a":1}', '[1, null]']) await pubsub.publish('sessions:revoked', text)
  await pubsub.publish('sessions:revoked', '["s1"]')
  expect(revocations.isKnown('s1')).toBe(true)
  await (await open()).close()
})
