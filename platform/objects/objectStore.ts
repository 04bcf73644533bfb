import type { Readable } from 'node:stream'

/** Bytes of an object: from the first to the last one, both included, counted from 0. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * Keeps bytes under keys.
 *
 * Promises: what `put` resolved with is durable and whole; of a `put` that rejected, nobody reads anything. An object never
 * changes. No object is ever whole in memory.
 */
export interface ObjectStore {
  /**
   * Writes an object, reading `body` no faster than it is taken.
   * @param key   a UUID that is new
   * @param size  bytes of the body; one of another length is refused
   * @throws ObjectIncomplete  the body ended early, broke off, or went on beyond `size`
   * @throws Unavailable       the store cannot be reached
   */
  put(key: string, body: Readable, size: number): Promise<void>
  /**
   * An object's bytes, or some of them; undefined where there is none. Whoever gets a stream reads it to its end or destroys it.
   * @throws Unavailable  the store cannot be reached
   */
  get(key: string, range?: ByteRange): Promise<Readable | undefined>
  /**
   * Removes an object, and what a `put` that broke off has left. One that is not there is the same.
   * @throws Unavailable  the store cannot be reached
   */
  remove(key: string): Promise<void>
  /** Resolves when the store answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** What came was not the object that was announced. */
export class ObjectIncomplete extends Error {
  override readonly name = 'ObjectIncomplete'
}

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Keys are part of paths: anything but a UUID is a fault of our own. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new TypeError('the key of an object must be a UUID in lower case')
  return key
}
