import { LRUCache } from 'lru-cache'
import { GraphQLError, parse, validate } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'

/** A document with more tokens is refused before it costs anything. Plans of the router stay far below. */
const MAX_TOKENS = 20_000

/** A document that may be executed, or why it may not. */
export type CheckedDocument = { document: DocumentNode } | { errors: readonly GraphQLError[]; code: string }

/**
 * Parses and validates documents, each text once: the router sends the same few texts again and again. Bounded by count
 * and by size, so that no stream of new texts fills the memory. Texts that were refused are not kept.
 */
export function createDocuments(schema: GraphQLSchema): (text: string) => CheckedDocument {
  const valid = new LRUCache<string, { document: DocumentNode }>({
    max: 1_000,
    maxSize: 4_000_000,
    sizeCalculation: (_document, text) => text.length + 1,
  })
  return (text) => {
    const known = valid.get(text)
    if (known) return known
    const checked = check(schema, text)
    if ('document' in checked) valid.set(text, checked)
    return checked
  }
}

function check(schema: GraphQLSchema, text: string): CheckedDocument {
  let document: DocumentNode
  try {
    document = parse(text, { maxTokens: MAX_TOKENS })
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error], code: 'GRAPHQL_PARSE_FAILED' }
    throw error
  }
  const errors = validate(schema, document)
  return errors.length === 0 ? { document } : { errors, code: 'GRAPHQL_VALIDATION_FAILED' }
}
