/** What every key-value store promises of fields (kv.ts). Each test gets an empty one. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { InvalidInput, Unavailable } from '../errors.ts'
import { until } from '../time/until.ts'
import type { KeyValue } from './kv.ts'

export const describeFields = (name: string, open: () => Promise<KeyValue>) =>
  describe(`${name} as a store of fields`, () => {
    let store: KeyValue
    const minute = 60_000

    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const read = async (key: string) => {
      const [fields] = (await store.readFields([key])).fields
      return Object.fromEntries([...fields!].map(([field, { value }]) => [field, value]))
    }

    test('fields of several keys are read at once, each key with its own, in the order asked', async () => {
      await store.setField('a', 'x', 'ünï "1"', minute)
      await store.setField('a', 'y', '', minute)
      await store.setField('b', 'x', '3', minute)
      const { fields } = await store.readFields(['b', 'none', 'a'])
      const values = fields.map((one) => Object.fromEntries([...one].map(([field, { value }]) => [field, value])))
      expect(values).toEqual([{ x: '3' }, {}, { x: 'ünï "1"', y: '' }])
      expect((await store.readFields([])).fields).toEqual([])
    })

    test('each field ends by itself, and setting it again gives it a new lifetime', async () => {
      await store.setField('a', 'short', '1', 40)
      await store.setField('a', 'renewed', '1', 40)
      await store.setField('a', 'renewed', '2', minute)
      await store.setField('a', 'long', '1', minute)
      await until(async () => !('short' in (await read('a'))), 'the end of the short one')
      expect(await read('a')).toEqual({ renewed: '2', long: '1' })
      expect((await store.setField('a', 'short', '2', minute)).isNew).toBe(true)
    })

    test('a short field does not shorten the life of the others', async () => {
      await store.setField('a', 'long', '1', minute)
      await store.setField('a', 'short', '1', 20)
      await until(async () => Object.keys(await read('a')).length === 1, 'the end of the short one')
      expect(await read('a')).toEqual({ long: '1' })
    })

    test('what is left of a lifetime is told', async () => {
      await store.setField('a', 'x', '1', minute)
      const [fields] = (await store.readFields(['a'])).fields
      const { leftMs } = fields!.get('x')!
      expect(leftMs).toBeGreaterThan(minute / 2)
      expect(leftMs).toBeLessThanOrEqual(minute)
    })

    test('it says whether a field was there before', async () => {
      expect((await store.setField('a', 'x', '1', minute)).isNew).toBe(true)
      expect((await store.setField('a', 'x', '2', minute)).isNew).toBe(false)
      expect((await store.deleteField('a', 'x')).wasThere).toBe(true)
      expect((await store.deleteField('a', 'x')).wasThere).toBe(false)
      expect(await read('a')).toEqual({})
    })

    test('the clock grows with every change and reading', async () => {
      const clock = [
        (await store.setField('a', 'x', '1', minute)).at,
        (await store.readFields(['a'])).at,
        (await store.setField('b', 'x', '1', minute)).at,
        (await store.deleteField('a', 'x')).at,
      ]
      expect(clock.every(Number.isSafeInteger)).toBe(true)
      expect(clock).toEqual([...new Set(clock)].sort((a, b) => a - b))
    })

    test('keys of fields and keys of values are apart', async () => {
      await store.set('a', 'value', minute)
      await store.setField('a', 'x', 'field', minute)
      await store.delete('a')
      expect(await read('a')).toEqual({ x: 'field' })
      expect(await store.get('a')).toBeUndefined()
    })

    test('many fields that have ended leave the others as they are', async () => {
      for (let index = 0; index < 100; index++) await store.setField('a', `f${index}`, '1', 10)
      await store.setField('a', 'long', '1', minute)
      await until(async () => Object.keys(await read('a')).length === 1, 'their end')
      for (let index = 0; index < 10; index++) await store.setField('a', 'long', String(index), minute)
      expect(await read('a')).toEqual({ long: '9' })
    })

    test('bad names, values and lifetimes are refused', async () => {
      await expect(store.setField('', 'x', '1', 1)).rejects.toThrow(InvalidInput)
      await expect(store.setField('a', '', '1', 1)).rejects.toThrow(InvalidInput)
      await expect(store.setField('a', 'x', 'v'.repeat(65_537), 1)).rejects.toThrow(InvalidInput)
      await expect(store.setField('a', 'x', '1', 0)).rejects.toThrow(InvalidInput)
      await expect(store.readFields(Array.from({ length: 1_001 }, String))).rejects.toThrow(InvalidInput)
    })

    test('after closing, everything is refused with a retriable error', async () => {
      await store.close()
      await expect(store.setField('a', 'x', '1', minute)).rejects.toThrow(Unavailable)
      await expect(store.readFields(['a'])).rejects.toThrow(Unavailable)
    })
  })
