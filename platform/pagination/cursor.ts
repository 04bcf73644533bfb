import { InvalidInput } from '../errors.ts'

/** What a list is ordered by: one place in it is named by one value for each. Numbers are whole. */
export type KeyTypes = readonly ('number' | 'string')[]
export type KeyOf<T extends KeyTypes> = { -readonly [I in keyof T]: T[I] extends 'number' ? number : string }

export interface Cursor<K> {
  encode(key: K): string
  /** @throws InvalidInput  not a cursor of this list */
  decode(text: string): K
}

const MAX_LENGTH = 512
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/

/**
 * Cursors of a list: base64url of the key as JSON, opaque to clients. Any value of the right types is accepted, for a key
 * names a place, whether or not something is there.
 */
export function createCursor<const T extends KeyTypes>(types: T): Cursor<KeyOf<T>> {
  return {
    encode: (key) => Buffer.from(JSON.stringify(key)).toString('base64url'),
    decode: (text) => {
      const key = text.length <= MAX_LENGTH ? parsed(text) : undefined
      if (!fits(key, types)) throw new InvalidInput('The cursor is not one that this list gave out.')
      return key as KeyOf<T>
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

const fits = (key: unknown, types: KeyTypes) =>
  Array.isArray(key) &&
  key.length === types.length &&
  types.every((type, i) =>
    type === 'number' ? Number.isSafeInteger(key[i]) : typeof key[i] === 'string' && PRINTABLE_ASCII.test(key[i]),
  )
