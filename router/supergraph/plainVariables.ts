import { Kind, type OperationDefinitionNode, type TypeNode } from 'graphql'

interface PlainVariable {
  readonly name: string
  readonly isPlain: (value: unknown) => boolean
  /** Without a value it is absent; else its default or an error are to be told. */
  readonly mayBeAbsent: boolean
}

/** Values of JSON that are what they are to become, by the names of GraphQL's own scalars. */
const plainTypes: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => (value as number) === ((value as number) | 0),
}

const known = new WeakMap<OperationDefinitionNode, readonly PlainVariable[] | undefined>()

/**
 * The variables of an operation where all are of GraphQL's own scalars and each value is one already, as most are: what
 * coercion would give. Undefined where a value is to be changed, filled in or complained of.
 */
export function plainValues(
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  if (!known.has(operation)) known.set(operation, plainVariables(operation))
  const variables = known.get(operation)
  if (!variables) return undefined
  const values: Record<string, unknown> = {}
  for (const { name, isPlain, mayBeAbsent } of variables) {
    const value = given[name]
    if (isPlain(value)) values[name] = value
    else if (value !== undefined || !mayBeAbsent) return undefined
  }
  return values
}

function plainVariables({ variableDefinitions = [] }: OperationDefinitionNode): PlainVariable[] | undefined {
  const variables = variableDefinitions.flatMap(({ variable, type, defaultValue }): PlainVariable[] => {
    const isPlain = plainTypes[nameOf(type) ?? '']
    const name = variable.name.value
    // Every object has something under such a name.
    if (!isPlain || name in Object.prototype) return []
    return [{ name, isPlain, mayBeAbsent: type.kind !== Kind.NON_NULL_TYPE && !defaultValue }]
  })
  return variables.length === variableDefinitions.length ? variables : undefined
}

/** Undefined for a list. */
function nameOf(type: TypeNode): string | undefined {
  const nullable = type.kind === Kind.NON_NULL_TYPE ? type.type : type
  return nullable.kind === Kind.NAMED_TYPE ? nullable.name.value : undefined
}
