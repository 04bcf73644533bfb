import {
  getNullableType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type DocumentNode,
  isInterfaceType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql'
import { collectFields, selectionsOf, type FieldNodes, type Reading } from './collectFields.ts'
import { abstractWriter, FieldWriter, listWriter, objectWriter } from './compositeWriter.ts'
import { introspect } from './introspection.ts'
import { leafWriter, type Write } from './leafWriter.ts'

/** What is compiled: the selection of an operation, with the values of its conditions. */
export interface Compiling extends Reading {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

type KnownType = GraphQLObjectType | GraphQLInterfaceType

/** Compiles a selection on `type` to what writes it as JSON. */
export function compileObject(compiling: Compiling, type: KnownType, selections: readonly SelectionNode[]): Write {
  const fields = [...collectFields(compiling, type, selections)]
  return objectWriter(
    fields.map(([key, nodes], index) => compileField(compiling, type, key, nodes, index === 0 ? '{' : ',')),
  )
}

function compileField(
  compiling: Compiling,
  parent: KnownType,
  key: string,
  nodes: FieldNodes,
  before: string,
): FieldWriter {
  const name = nodes[0].name.value
  const label = `${before}${JSON.stringify(key)}:`
  const named = { key, label }
  if (name === '__typename') {
    if (isInterfaceType(parent))
      return new FieldWriter(named, true, (_value, on) => on.invalid('type'), { computed: true })
    return new FieldWriter(named, true, () => null, { computed: true, constant: `${label}"${parent.name}"` })
  }
  if (name === '__schema' || name === '__type') {
    const write: Write = (_value, { variables }) => introspect(compiling.schema, compiling, nodes, variables)
    return new FieldWriter(named, false, write, { computed: true })
  }
  const field = parent.getFields()[name]
  if (!field) throw new Error(`${parent.name} has no field ${name}.`)
  return new FieldWriter(named, isNonNullType(field.type), compileType(compiling, field.type, nodes))
}

function compileType(compiling: Compiling, given: GraphQLOutputType, nodes: FieldNodes): Write {
  const type = getNullableType(given)
  if (isListType(type)) return listWriter(compileType(compiling, type.ofType, nodes), isNonNullType(type.ofType))
  if (isObjectType(type)) return compileObject(compiling, type, selectionsOf(nodes))
  if (isAbstractType(type)) {
    const selections = selectionsOf(nodes)
    return abstractWriter(compiling.schema, type, (one) => compileObject(compiling, one, selections))
  }
  return leafWriter(type)
}
