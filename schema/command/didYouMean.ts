import { suggestionList } from 'graphql/jsutils/suggestionList.js'

/** ` Did you mean "main"?` where one of the names is much like the given one; else nothing. */
export function didYouMean(given: string, names: readonly string[]): string {
  const [best] = suggestionList(given, names)
  return best === undefined ? '' : ` Did you mean "${best}"?`
}
