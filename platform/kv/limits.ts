import { InvalidInput } from '../errors.ts'

/** Keys are names, values are small: what is larger belongs in the database. */
export const keyValueLimits = {
  keyLength: 512,
  keysAtOnce: 1_000,
  valueLength: 65_536,
  ttlMs: 400 * 24 * 60 * 60 * 1000,
}

/** @throws InvalidInput  too many names at once, or one that is none */
export function checkKeys(keys: readonly string[]): void {
  const { keyLength, keysAtOnce } = keyValueLimits
  if (keys.length > keysAtOnce) throw new InvalidInput(`At most ${keysAtOnce} keys are read at once.`)
  if (keys.some((key) => key.length === 0 || key.length > keyLength))
    throw new InvalidInput(`A key has 1 to ${keyLength} characters.`)
}

/** @throws InvalidInput  when an entry is outside the limits */
export function checkEntry(key: string, value: string, ttlMs: number): void {
  const { keyLength, valueLength, ttlMs: most } = keyValueLimits
  if (key.length === 0 || key.length > keyLength) throw new InvalidInput(`A key has 1 to ${keyLength} characters.`)
  if (value.length > valueLength) throw new InvalidInput(`A value has at most ${valueLength} characters.`)
  if (!Number.isSafeInteger(ttlMs) || ttlMs < 1 || ttlMs > most)
    throw new InvalidInput(`A lifetime is 1 to ${most} whole milliseconds.`)
}
