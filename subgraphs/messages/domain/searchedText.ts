import { folded } from '../../../platform/input/index.ts'
import type { MessageRow } from '../store/messageRow.ts'

/** What a message is found by: its text, and the names of its files. */
export const searchedText = ({ text, extras }: Pick<MessageRow, 'text' | 'extras'>): string =>
  [text, ...(extras?.attachments ?? []).map(({ name }) => name)].filter((part) => part !== '').join('\n')

/** A message's row as search holds it. */
export const findable = (row: MessageRow): MessageRow => ({ ...row, text: folded(searchedText(row)) })
