import { Kind } from 'graphql'
import type { DocumentNode, OperationDefinitionNode, SelectionSetNode } from 'graphql'
import { OperationTooComplex } from '../../platform/errors.ts'
import { fragmentsByName, type Fragments } from './fragments.ts'

/** What one operation may ask for at most, with its fragments written out. Introspection counts as one field. */
export interface OperationLimits {
  /** Lexical tokens of the document. */
  tokens: number
  /** Fields below one another. */
  depth: number
  fields: number
  aliases: number
  /** Fields at the top. */
  rootFields: number
  /** On fields, fragments and the operation itself. */
  directives: number
}

export const defaultLimits: OperationLimits = {
  tokens: 5_000,
  depth: 20,
  fields: 1_000,
  aliases: 50,
  rootFields: 20,
  directives: 50,
}

type Size = Omit<OperationLimits, 'tokens'>

/**
 * Measures an operation before anything costly is done with it. Each fragment is measured once, so that fragments made
 * of fragments cannot make this slow; a fragment within itself is left to validation.
 * @throws OperationTooComplex  a limit is passed
 */
export function checkLimits(operation: OperationDefinitionNode, document: DocumentNode, limits: OperationLimits): void {
  const size = measure(operation.selectionSet, fragmentsByName(document), new Map())
  const check = (what: string, limit: number, found: number) => {
    if (found > limit)
      throw new OperationTooComplex(`The operation has too many ${what}: at most ${limit} are allowed.`)
  }
  check('levels of fields', limits.depth, size.depth)
  check('fields', limits.fields, size.fields)
  check('aliases', limits.aliases, size.aliases)
  check('fields at its root', limits.rootFields, size.rootFields)
  check('directives', limits.directives, size.directives + (operation.directives?.length ?? 0))
}

const nothing: Size = { depth: 0, fields: 0, aliases: 0, rootFields: 0, directives: 0 }

/** `rootFields` of the answer: fields at the top of this selection. */
function measure(selectionSet: SelectionSetNode, fragments: Fragments, known: Map<string, Size>): Size {
  const total = { ...nothing }
  for (const selection of selectionSet.selections) {
    total.directives += selection.directives?.length ?? 0
    if (selection.kind === Kind.FIELD) {
      const introspects = selection.name.value.startsWith('__')
      const below = selection.selectionSet && !introspects ? measure(selection.selectionSet, fragments, known) : nothing
      total.depth = Math.max(total.depth, below.depth + 1)
      total.fields += below.fields + 1
      total.directives += below.directives
      total.aliases += below.aliases + (selection.alias ? 1 : 0)
      total.rootFields += 1
    } else {
      const part =
        selection.kind === Kind.INLINE_FRAGMENT
          ? measure(selection.selectionSet, fragments, known)
          : measureFragment(selection.name.value, fragments, known)
      total.depth = Math.max(total.depth, part.depth)
      total.fields += part.fields
      total.directives += part.directives
      total.aliases += part.aliases
      total.rootFields += part.rootFields
    }
  }
  return total
}

function measureFragment(name: string, fragments: Fragments, known: Map<string, Size>): Size {
  const measured = known.get(name)
  if (measured) return measured
  known.set(name, nothing)
  const fragment = fragments.get(name)
  const size = fragment ? measure(fragment.selectionSet, fragments, known) : nothing
  known.set(name, size)
  return size
}
