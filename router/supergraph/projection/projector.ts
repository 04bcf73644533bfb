import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { fragmentsByName } from '../fragments.ts'
import { compileObject } from './compileProjection.ts'
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

/** `document`: without conditions, see variants.ts. Compiled at the first use. */
export function createProjector(
  schema: GraphQLSchema,
  { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
): Projector {
  const root = schema.getRootType(operation.operation)
  if (!root) throw new Error(`The schema has no ${operation.operation}.`)
  const compile = () => {
    const compiling = { schema, fragments: fragmentsByName(document), variables: {}, document, operation }
    return compileObject(compiling, root, operation.selectionSet.selections)
  }
  let write: Write | undefined
  return (data, variables, errors) => {
    write ??= compile()
    const projecting = new Projecting(variables, errors)
    const text = write(data, projecting) ?? 'null'
    return { data: text, flaws: projecting.flaws }
  }
}
