import { InvalidInput } from '../errors.ts'
import type { ParleyError } from '../errors.ts'

export interface TextLimits {
  /** Unicode code points, after normalisation. */
  min: number
  max: number
  /** Line break and tab are allowed; other control characters never are. */
  multiline?: boolean
  /** White space at both ends is taken off first. */
  trim?: boolean
  /** The error for a text above `max`, where it is another than InvalidInput. */
  tooLong?: new (message: string) => ParleyError
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/
/** Line and paragraph separators, and what turns the direction of the text around it (UAX #9): a name would reach beyond itself. */
const BEYOND_ITSELF = /[\u2028\u2029\u202a-\u202e\u2066-\u2069]/
/** White space, and what is shown as nothing at all. */
const INVISIBLE = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u
const CONTROL_BUT_BREAK_AND_TAB = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/

/**
 * Text as it is stored: in Unicode NFC (UAX #15), so that what looks equal is equal, and without what no font shows.
 * @throws InvalidInput  more than `max` code points (or what `tooLong` says), fewer than `min`, nothing that can be seen, a control
 *   character, half of a surrogate pair; in one line also what separates lines or turns the direction of text
 */
export function checkedText(field: string, given: string, limits: TextLimits): string {
  const { min, max, multiline, trim, tooLong: TooLong = InvalidInput } = limits
  const tooLong = () => new TooLong(`${field} is longer than ${max} characters.`)
  // Normalising costs time in proportion to the length: refuse what cannot fit before. A code point has at most two code
  // units, and NFC makes one code point of at most four.
  if (given.length > max * 8) throw tooLong()
  if (!given.isWellFormed())
    throw new InvalidInput(`${field} is not well-formed Unicode: it has half of a surrogate pair.`)
  const text = (trim ? given.trim() : given).normalize('NFC')
  if ((multiline ? CONTROL_BUT_BREAK_AND_TAB : CONTROL).test(text)) {
    throw new InvalidInput(`${field} has a control character.`)
  }
  if (!multiline && BEYOND_ITSELF.test(text)) {
    throw new InvalidInput(`${field} has a character that separates lines or turns the direction of text.`)
  }
  const length = codePoints(text)
  if (length > max) throw tooLong()
  if (length < min || (min > 0 && INVISIBLE.test(text))) {
    throw new InvalidInput(`${field} must have ${min} to ${max} characters, not only white space.`)
  }
  return text
}

/** The number of Unicode code points. */
export function codePoints(text: string): number {
  let count = text.length
  // The second half of a pair counts with its first.
  for (let i = 0; i < text.length; i++) if (isSecondHalf(text, i)) count--
  return count
}

const isSecondHalf = (text: string, i: number) =>
  i > 0 && (text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800
