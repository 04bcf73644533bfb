import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readConfig } from '../config/index.ts'
import { Unavailable } from '../errors.ts'
import { FolderStore } from './folder/folderStore.ts'
import { describeObjectStore } from './objectStore.contract.ts'
import { ObjectIncomplete } from './objectStore.ts'
import { startS3Server, type S3Server } from './s3/s3Server.example.ts'
import { S3Store } from './s3/s3Store.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-objects-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let server: S3Server
beforeAll(async () => {
  server = await startS3Server()
})
afterAll(() => server.close())

const digits = () => Readable.from([Buffer.from('0123456789')])

describeObjectStore('a folder', () => FolderStore.open(join(folder, 'objects')))
describeObjectStore('a bucket', async () => new S3Store(server.options))

// Any real service: PARLEY_TEST_OBJECTS_URL and the keys that the configuration knows.
const { PARLEY_TEST_OBJECTS_URL: url, ...rest } = process.env
if (url) {
  describeObjectStore(
    'a real service',
    async () => new S3Store(readConfig({ ...rest, PARLEY_OBJECTS_URL: url }).objects!),
  )
}

describe('a folder', () => {
  test('keeps no part of what broke off, and is shared by several stores', async () => {
    const place = join(folder, 'shared')
    const [one, other] = [await FolderStore.open(place), await FolderStore.open(place)]
    const key = randomUUID()
    await expect(one.put(key, digits(), 11)).rejects.toBeInstanceOf(ObjectIncomplete)
    const files = () => readdirSync(place, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    expect(files()).toEqual([])
    await one.put(key, digits(), 10)
    expect(files().map(({ name }) => name)).toEqual([key])
    expect(String(await buffer((await other.get(key))!))).toBe('0123456789')
  })
})

describe('a bucket', () => {
  test('is closed to whoever has another secret: told as unavailable, so that nothing is lost', async () => {
    const store = new S3Store({ ...server.options, secret: 'another' })
    const before = server.refused
    await expect(store.put(randomUUID(), digits(), 10)).rejects.toBeInstanceOf(Unavailable)
    await expect(store.get(randomUUID())).rejects.toBeInstanceOf(Unavailable)
    await expect(store.remove(randomUUID())).rejects.toBeInstanceOf(Unavailable)
    expect(server.refused).toBe(before + 3)
    await store.close()
  })

  test('that is not there is told as unavailable', async () => {
    const store = new S3Store({ ...server.options, url: 'http://127.0.0.1:1/files' })
    await expect(store.ping()).rejects.toBeInstanceOf(Unavailable)
    await expect(store.put(randomUUID(), digits(), 10)).rejects.toBeInstanceOf(Unavailable)
    await store.close()
  })
})
