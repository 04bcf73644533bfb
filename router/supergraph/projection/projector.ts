import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { fragmentsByName } from '../fragments.ts'
import { compileObject } from './compileProjection.ts'
import { conditionVariables } from './conditions.ts'
import type { Write } from './leafWriter.ts'
import { Projecting, type Flaw, type Placed } from './projecting.ts'

/** `data` as JSON, and where the merged data breaks the schema. */
export interface Projected {
  data: string
  flaws: readonly Flaw[]
}

/**
 * The client's selection from merged data, in one pass to text. Null for what is missing; where that may not be null,
 * for what is around it, up to `data` itself (GraphQL, 6.4.4).
 */
export type Projector = (data: unknown, variables: Record<string, unknown>, errors: readonly Placed[]) => Projected

/** Compiled projections kept of one operation: it has one for each combination of its conditions. */
const MAX_VARIANTS = 32

/** Compiles at the first use, once for each combination of what @skip and @include stand on. */
export function createProjector(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  document: DocumentNode,
): Projector {
  const conditions = conditionVariables(document)
  const fragments = fragmentsByName(document)
  const variants = new Map<string, Write>()

  const writerFor = (variables: Record<string, unknown>): Write => {
    const key = conditions.map((name) => (variables[name] === true ? '1' : '0')).join('')
    const known = variants.get(key)
    if (known) return known
    const root = schema.getRootType(operation.operation)
    if (!root) throw new Error(`The schema has no ${operation.operation}.`)
    const settled = Object.fromEntries(conditions.map((name) => [name, variables[name]]))
    const compiling = { schema, fragments, variables: settled, document, operation }
    const write = compileObject(compiling, root, operation.selectionSet.selections)
    if (variants.size >= MAX_VARIANTS) variants.delete(variants.keys().next().value!)
    variants.set(key, write)
    return write
  }

  return (data, variables, errors) => {
    const projecting = new Projecting(variables, errors)
    const text = writerFor(variables)(data, projecting) ?? 'null'
    return { data: text, flaws: projecting.flaws }
  }
}
