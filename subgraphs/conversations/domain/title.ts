import { checkedText } from '../../../platform/input/index.ts'
import { MAX_TITLE, MAX_TOPIC } from './limits.ts'

/**
 * A group's title as it is stored: trimmed, in NFC, on one line.
 * @throws InvalidInput  empty, too long, or with control characters
 */
export const validTitle = (given: string): string => checkedText('title', given, { min: 1, max: MAX_TITLE, trim: true })

/**
 * What a conversation is about, as it is stored: like a title, and null where nothing is left of it.
 * @throws InvalidInput  too long, or with control characters
 */
export const validTopic = (given: string | null | undefined): string | null =>
  checkedText('topic', given ?? '', { min: 0, max: MAX_TOPIC, trim: true }) || null

/** Text as titles are searched by it: folded (Unicode NFKC, lower case), so that letters match in any case and script. */
export const searchKey = (text: string): string => text.normalize('NFKC').toLowerCase().slice(0, 360)
