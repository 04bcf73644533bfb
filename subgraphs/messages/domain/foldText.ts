import type { MessageRow } from '../store/messageRow.ts'

/** A text as search compares it, and where each part of that comes from. */
export interface FoldedText {
  /** Lower case, and full and half width as one (NFKC), code point by code point, so that equal text folds equally anywhere. */
  folded: string
  /** For each UTF-16 unit of `folded`, where its code point begins and ends in the text. */
  starts: number[]
  ends: number[]
}

export function foldText(text: string): FoldedText {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const point of text) {
    const part = fold(point)
    folded += part
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(at)
      ends.push(at + point.length)
    }
    at += point.length
  }
  return { folded, starts, ends }
}

/** The same without the places. */
export const folded = (text: string): string => Array.from(text, fold).join('')

const fold = (point: string): string => point.normalize('NFKC').toLowerCase()

/** What a message is found by: its text, and the names of its files. */
export const searchedText = ({ text, extras }: Pick<MessageRow, 'text' | 'extras'>): string =>
  [text, ...(extras?.attachments ?? []).map(({ name }) => name)].filter((part) => part !== '').join('\n')

/** A message's row as search holds it. */
export const findable = (row: MessageRow): MessageRow => ({ ...row, text: folded(searchedText(row)) })
