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
import { abstractWriter, listWriter, objectWriter, type FieldWriter } from './compositeWriter.ts'
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
  const common = { key, label, inherited: key in Object.prototype }
  if (name === '__typename') {
    if (isInterfaceType(parent))
      return { ...common, nonNull: true, computed: true, write: (_value, on) => on.invalid('type') }
    return { ...common, constant: `${label}"${parent.name}"`, nonNull: true, computed: true, write: () => null }
  }
  if (name === '__schema' || name === '__type') {
    const write: Write = (_value, { variables }) => introspect(compiling.schema, compiling, nodes, variables)
    return { ...common, nonNull: false, computed: true, write }
  }
  const field = parent.getFields()[name]
  if (!field) throw new Error(`${parent.name} has no field ${name}.`)
  const write = compileType(compiling, field.type, nodes)
  return { ...common, nonNull: isNonNullType(field.type), computed: false, write }
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
