import { InvalidInput } from '../../../platform/errors.ts'
import { checkedText, codePoints } from '../../../platform/input/index.ts'
import { folded } from './foldText.ts'

const maxLength = 100
const maxTerms = 10

/**
 * What a query looks for: texts that hold each of its terms, which stand between white space. A term may begin and end
 * anywhere in a word, so that languages without spaces between words are searched like others.
 * @throws InvalidInput  empty, more than 100 characters or 10 terms, or less than 2 characters where all conversations are searched
 */
export function searchTerms(given: string, everywhere: boolean): string[] {
  const query = checkedText('query', given, { min: 1, max: maxLength, trim: true })
  const terms = [...new Set(folded(query).split(/\s+/u).filter(Boolean))]
  if (terms.length > maxTerms) throw new InvalidInput(`query has more than ${maxTerms} terms.`)
  // A single character has no place in an index, and reading all of one's messages costs too much.
  if (everywhere && !terms.some((term) => codePoints(term) >= 2)) {
    throw new InvalidInput('query needs a term of 2 characters, or a conversationId.')
  }
  return terms
}
