import { InvalidInput } from '../../../platform/errors.ts'
import { checkedText } from '../../../platform/input/index.ts'

// ASCII only: some other letters, as the Kelvin sign, would become ASCII in lower case.
const HANDLE = /^[a-z][a-z0-9_.-]{2,31}$/i
const PASSWORD = { min: 8, max: 256 }

/** @throws InvalidInput */
export const checkedName = (given: string): string => checkedText('name', given, { min: 1, max: 80, trim: true })

/** The handle as it is stored, or undefined for text that cannot be one. */
export const handleForm = (given: string): string | undefined =>
  given.length <= 32 && HANDLE.test(given) ? given.toLowerCase() : undefined

/** @throws InvalidInput */
export function checkedHandle(given: string): string {
  const handle = handleForm(given)
  if (handle !== undefined) return handle
  throw new InvalidInput('handle must have 3 to 32 characters: a-z, 0-9, "_", "." and "-", starting with a letter.')
}

/** The password as it is hashed: in NFC, so that it can be typed on any keyboard. @throws InvalidInput */
export const checkedPassword = (given: string): string => checkedText('password', given, PASSWORD)

/** The password in the form in which it would have been hashed; empty, which no password is, where it could not be one. */
export function passwordForm(given: string): string {
  try {
    return checkedPassword(given)
  } catch {
    return ''
  }
}
