import { Source } from 'graphql'

/** gql`…`, graphql`…`, graphql(`…`), and a template after the comment that editors go by. */
const TEMPLATE = /(?:\b(?:gql|graphql)\s*(?:\(\s*)?|\/\*\s*GraphQL\s*\*\/\s*)`((?:[^`\\]|\\.)*)`/g

/**
 * The documents in a file of code, each with the line on which it begins. What is put in by `${…}` is left out: fragments
 * are found by their names.
 */
export function embeddedDocuments(text: string, file: string): Source[] {
  return [...text.matchAll(TEMPLATE)].map((match) => {
    const start = match.index + match[0].indexOf('`') + 1
    const line = text.slice(0, start).split('\n').length
    return new Source(match[1]!.replace(/\$\{[^}]*\}/g, ''), file, { line, column: 1 })
  })
}
