import { InvalidInput, TextTooLong } from '../../../platform/errors.ts'
import { checkedText } from '../../../platform/input/index.ts'
import { MAX_TITLE } from './limits.ts'

/**
 * A group's title as it is stored: trimmed, in NFC, on one line.
 * @throws InvalidInput  empty, too long, or with control characters
 */
export function validTitle(given: string): string {
  try {
    return checkedText('title', given, { min: 1, max: MAX_TITLE, trim: true })
  } catch (error) {
    // TEXT_TOO_LONG is about messages, which can be sent in parts; a title cannot.
    throw error instanceof TextTooLong ? new InvalidInput(error.message) : error
  }
}
