import { createWriteStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Unavailable } from '../../errors.ts'
import { makeFolder } from '../../makeFolder.ts'
import { exactly } from '../exactly.ts'
import { checkedKey, ObjectIncomplete, type ByteRange, type ObjectStore } from '../objectStore.ts'

/** Faults of the file system; any other is the body's, which broke off. */
const ofTheDisk = new Set([
  'EACCES',
  'EDQUOT',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
])

/**
 * Objects as files of one folder, which several processes may share. A file has its name only once it is whole and on the disk, so
 * `kill -9` leaves a part under another name, which `remove` takes away.
 */
export class FolderStore implements ObjectStore {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(folder: string): Promise<FolderStore> {
    try {
      makeFolder(folder)
    } catch (error) {
      return unavailable(error)
    }
    return new FolderStore(folder)
  }

  async put(key: string, body: Parameters<ObjectStore['put']>[1], size: number): Promise<void> {
    const path = this.#pathOf(key)
    const part = `${path}.part`
    // It may break off before anything reads it.
    body.on('error', () => undefined)
    try {
      await mkdir(dirname(path), { recursive: true })
      // Flushed to the disk before it is closed.
      await pipeline(body, exactly(size), createWriteStream(part, { flush: true }))
      await rename(part, path)
      await flushFolder(dirname(path))
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined)
      if (error instanceof ObjectIncomplete) throw error
      if (ofTheDisk.has((error as NodeJS.ErrnoException).code ?? '')) return unavailable(error)
      throw new ObjectIncomplete('the body broke off', { cause: error })
    }
  }

  async get(key: string, range?: ByteRange) {
    const path = this.#pathOf(key)
    try {
      const file = await open(path, 'r')
      return file.createReadStream(range ? { start: range.first, end: range.last } : {})
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      return unavailable(error)
    }
  }

  async remove(key: string): Promise<void> {
    const path = this.#pathOf(key)
    await Promise.all([rm(path, { force: true }), rm(`${path}.part`, { force: true })]).catch(unavailable)
  }

  ping(): Promise<void> {
    return access(this.#folder).catch(unavailable)
  }

  async close(): Promise<void> {}

  /** Among 4,096 folders by the end of the key, which is random where its beginning is the time. */
  #pathOf(key: string): string {
    return join(this.#folder, checkedKey(key).slice(-3), key)
  }
}

/** A new name is on the disk when its folder is. Where folders cannot be flushed (Windows), the name is as safe as it gets. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

function unavailable(cause: unknown): never {
  throw new Unavailable('The files cannot be reached.', { cause, retryAfterMs: 1_000 })
}
