import { checkedText, folded } from '../../../platform/input/index.ts'
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

/** What a column of keys holds. */
const MAX_KEY = 360

/** A title as it is searched: folded, so that its letters match in any case and script, and with any accents. */
export const searchKey = (title: string): string => folded(title).slice(0, MAX_KEY)

/** Keys of which a title has one that is searched for: as titles are kept, and as those from before accents were left out are. */
export const searchedKeys = (text: string): string[] => [
  ...new Set([searchKey(text), text.normalize('NFKC').toLowerCase().slice(0, MAX_KEY)]),
]
