/** What every object store promises (objectStore.ts). */
import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ObjectIncomplete, type ObjectStore } from './objectStore.ts'

const MEBIBYTE = 1_048_576

/** So many bytes in pieces, each other than the one before, counted as they are taken. */
function pieces(mebibytes: number) {
  const taken = { mebibytes: 0 }
  const hash = createHash('sha256')
  async function* generate() {
    for (let n = 0; n < mebibytes; n++) {
      const piece = Buffer.alloc(MEBIBYTE, n)
      hash.update(piece)
      taken.mebibytes += 1
      yield piece
    }
  }
  return { body: Readable.from(generate(), { objectMode: false }), taken, digest: () => hash.digest('hex') }
}

export const describeObjectStore = (name: string, open: () => Promise<ObjectStore>) =>
  describe(`${name} as an object store`, () => {
    let store: ObjectStore
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    const bytes = Buffer.from('0123456789')
    const body = (content: Buffer | string = bytes) => Readable.from([Buffer.from(content)])
    const read = async (key: string, range?: { first: number; last: number }) => {
      const found = await store.get(key, range)
      return found && buffer(found)
    }

    test('an object is read back as it was written, and one that never was is undefined', async () => {
      const [key, other] = [randomUUID(), randomUUID()]
      await store.put(key, body(), bytes.length)
      expect(await read(key)).toEqual(bytes)
      expect(await read(other)).toBeUndefined()
    })

    test('of an object any range of bytes can be read', async () => {
      const key = randomUUID()
      await store.put(key, body(), bytes.length)
      expect(String(await read(key, { first: 0, last: 0 }))).toBe('0')
      expect(String(await read(key, { first: 3, last: 6 }))).toBe('3456')
      expect(String(await read(key, { first: 9, last: 9 }))).toBe('9')
      expect(await read(randomUUID(), { first: 0, last: 1 })).toBeUndefined()
    })

    test('an object of many pieces is whole, and was asked for no faster than it was taken', async () => {
      const key = randomUUID()
      const { body: large, digest } = pieces(24)
      await store.put(key, large, 24 * MEBIBYTE)
      const hash = createHash('sha256')
      for await (const piece of (await store.get(key))!) hash.update(piece as Buffer)
      expect(hash.digest('hex')).toBe(digest())
    })

    test('a body that is shorter or longer than announced is refused, and nothing is there', async () => {
      for (const size of [bytes.length - 1, bytes.length + 1]) {
        const key = randomUUID()
        await expect(store.put(key, body(), size)).rejects.toBeInstanceOf(ObjectIncomplete)
        expect(await read(key)).toBeUndefined()
      }
    })

    test('a body that breaks off leaves nothing to read', async () => {
      const key = randomUUID()
      async function* breaking() {
        yield Buffer.alloc(MEBIBYTE)
        throw new Error('the client went away')
      }
      const broken = Readable.from(breaking(), { objectMode: false })
      await expect(store.put(key, broken, 2 * MEBIBYTE)).rejects.toBeInstanceOf(ObjectIncomplete)
      expect(await read(key)).toBeUndefined()
      await store.remove(key)
    })

    test('whoever stops reading does no harm', async () => {
      const key = randomUUID()
      await store.put(key, pieces(8).body, 8 * MEBIBYTE)
      for (let n = 0; n < 20; n++) {
        const found = (await store.get(key))!
        await new Promise((resolve) => found.once('readable', resolve))
        found.read(1)
        found.once('error', () => undefined)
        found.destroy()
      }
      expect((await read(key))!.length).toBe(8 * MEBIBYTE)
    })

    test('a removed object is gone, and removing again is the same', async () => {
      const key = randomUUID()
      await store.put(key, body(), bytes.length)
      await store.remove(key)
      expect(await read(key)).toBeUndefined()
      await store.remove(key)
      await store.remove(randomUUID())
    })

    test('a key that is no UUID is refused, whatever path it may name', async () => {
      for (const key of ['', '..', '../../etc/passwd', `${randomUUID()}/x`, randomUUID().toUpperCase()]) {
        await expect(store.get(key)).rejects.toBeInstanceOf(TypeError)
        await expect(store.remove(key)).rejects.toBeInstanceOf(TypeError)
        await expect(store.put(key, body(), bytes.length)).rejects.toBeInstanceOf(TypeError)
      }
    })

    test('answers', () => store.ping())
  })
