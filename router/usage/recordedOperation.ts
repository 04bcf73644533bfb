import {
  Kind,
  print,
  separateOperations,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import { documentId, normalForm } from '../supergraph/trusted/normalForm.ts'
import type { PreparedOperation } from '../supergraph/index.ts'
import { collectUses } from './collectUses.ts'

/** What is known of an operation by its document alone; the same for every request with it. */
export interface RecordedOperation {
  /** SHA-256 of its normal form, literals left out, in hexadecimal. */
  readonly hash: string
  /** As in `query Inbox`. */
  readonly name: string
  /** Its text with the literals blanked out; '' where it is too long to keep. */
  readonly text: string
  /** What it uses of the schema, as coordinates. */
  readonly coordinates: readonly string[]
}

const MOST_TEXT = 16_000
const MOST_NAME = 150

/** Literals may be somebody's words or a password: none is kept, but for values of enums. */
export function recordedOperation(schema: GraphQLSchema, prepared: PreparedOperation): RecordedOperation {
  const name = prepared.operation.name?.value
  const blank = withoutLiterals(prepared.document)
  const own = separateOperations(blank)[name ?? ''] ?? blank
  const text = stripIgnoredCharacters(print(own))
  return {
    hash: documentId(normalForm(blank, name)),
    name: `${prepared.kind} ${name?.slice(0, MOST_NAME) ?? '(without a name)'}`,
    text: text.length > MOST_TEXT ? '' : text,
    coordinates: [...collectUses(schema, own).keys()],
  }
}

const withoutLiterals = (document: DocumentNode): DocumentNode =>
  visit(document, {
    [Kind.STRING]: (node) => ({ ...node, value: '', block: false }),
    [Kind.INT]: (node) => ({ ...node, value: '0' }),
    [Kind.FLOAT]: (node) => ({ ...node, value: '0' }),
  })
