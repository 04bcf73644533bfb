import { InvalidInput } from '../../../platform/errors.ts'
import { checkedText, codePoints, folded, foldedBefore } from '../../../platform/input/index.ts'

const maxLength = 100
const maxTerms = 10

/** What a query looks for. */
export interface SearchTerms {
  /** As texts are folded: found is what holds each of these. */
  terms: string[]
  /** The same as texts were folded formerly, where that is something else: a text that holds each of these is found too. */
  termsBefore: string[] | undefined
}

/**
 * What a query looks for: texts that hold each of its terms, which stand between white space. A term may begin and end
 * anywhere in a word, so that languages without spaces between words are searched like others.
 * @throws InvalidInput  empty, more than 100 characters or 10 terms, or less than 2 characters where all conversations are searched
 */
export function searchTerms(given: string, everywhere: boolean): SearchTerms {
  const query = checkedText('query', given, { min: 1, max: maxLength, trim: true })
  const [terms, before] = [termsOf(folded(query)), termsOf(foldedBefore(query))]
  if (terms.length > maxTerms) throw new InvalidInput(`query has more than ${maxTerms} terms.`)
  // A single character has no place in an index, and reading all of one's messages costs too much.
  if (everywhere && !(isLong(terms) && isLong(before))) {
    throw new InvalidInput('query needs a term of 2 characters, or a conversationId.')
  }
  return { terms, termsBefore: String(before) === String(terms) ? undefined : before }
}

const termsOf = (query: string): string[] => [...new Set(query.split(/\s+/u).filter(Boolean))]

const isLong = (terms: readonly string[]): boolean => terms.some((term) => codePoints(term) >= 2)
