/** What every key-value store promises (kv.ts). Each test gets an empty one. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { InvalidInput, Unavailable } from '../errors.ts'
import { until } from '../time/until.ts'
import type { KeyValue } from './kv.ts'

export const describeKeyValue = (name: string, open: () => Promise<KeyValue>) =>
  describe(`${name} as a key-value store`, () => {
    let store: KeyValue
    const minute = 60_000

    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    test('a value is read back as it was set, and a key that was never set is undefined', async () => {
      const value = 'ünïcode "quotes" \n and 🎉'
      await store.set('presence:ada', value, minute)
      expect(await store.get('presence:ada')).toBe(value)
      expect(await store.get('presence:bob')).toBeUndefined()
    })

    test('the empty string is a value', async () => {
      await store.set('key', '', minute)
      expect(await store.get('key')).toBe('')
    })

    test('setting again replaces value and lifetime', async () => {
      await store.set('key', 'old', 30)
      await store.set('key', 'new', minute)
      await store.set('short', 'x', 60)
      await until(async () => (await store.get('short')) === undefined, 'the other key to expire')
      expect(await store.get('key')).toBe('new')
    })

    test('a value is there until its lifetime ends, and gone then', async () => {
      const start = Date.now()
      await store.set('key', 'value', 250)
      expect(await store.get('key')).toBe('value')
      await until(async () => (await store.get('key')) === undefined, 'the key to expire')
      expect(Date.now() - start).toBeGreaterThanOrEqual(249)
    })

    test('of many who set an absent key at once, one wins, and its value stays', async () => {
      const names = ['a', 'b', 'c', 'd', 'e']
      const won = await Promise.all(names.map((name) => store.setIfAbsent('lock', name, minute)))
      expect(won.filter(Boolean)).toHaveLength(1)
      expect(await store.get('lock')).toBe(names[won.indexOf(true)])
    })

    test('a key that has expired or was deleted counts as absent', async () => {
      await store.set('expired', 'x', 20)
      await store.set('deleted', 'x', minute)
      await store.delete('deleted')
      await store.delete('never set')
      expect(await store.get('deleted')).toBeUndefined()
      expect(await store.setIfAbsent('deleted', 'y', minute)).toBe(true)
      await until(() => store.setIfAbsent('expired', 'y', minute), 'the expiry')
      expect(await store.get('expired')).toBe('y')
    })

    test.each([
      ['an empty key', '', 'value', 1],
      ['a key that is too long', 'k'.repeat(513), 'value', 1],
      ['a value that is too large', 'key', 'v'.repeat(65_537), 1],
      ['no lifetime', 'key', 'value', 0],
      ['a broken lifetime', 'key', 'value', Number.NaN],
      ['a fraction of a millisecond', 'key', 'value', 1.5],
    ])('%s is refused', async (_, key, value, ttlMs) => {
      await expect(store.set(key, value, ttlMs)).rejects.toThrow(InvalidInput)
      await expect(store.setIfAbsent(key, value, ttlMs)).rejects.toThrow(InvalidInput)
    })

    test('after closing, everything is refused with a retriable error', async () => {
      await store.ping()
      await store.close()
      await expect(store.get('key')).rejects.toThrow(Unavailable)
      await expect(store.ping()).rejects.toThrow(Unavailable)
    })
  })
