import { Kind, getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType, visit } from 'graphql'
import type {
  DocumentNode,
  FieldNode,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
} from 'graphql'
import { fragmentsByName, type Fragments } from '../fragments.ts'
import type { Requirement, Requirements } from './requirements.ts'

/** What was taken out of a selection, and where it goes on below. `on`: for objects of that type alone. */
export interface Withheld {
  readonly fields: { key: string; type: GraphQLOutputType; on: GraphQLNamedType; under: readonly SelectionNode[] }[]
  readonly below: { key: string; type: GraphQLOutputType; on: GraphQLNamedType; withheld: Withheld }[]
}

export interface Reduced {
  readonly document: DocumentNode
  readonly withheld: Withheld
}

/** The key under which the type of an object is asked for, where it decides what was withheld. */
export const TYPE_KEY = '_parley_type'

const typename: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: TYPE_KEY },
  name: { kind: Kind.NAME, value: '__typename' },
}

interface Withholding {
  schema: GraphQLSchema
  requirements: Requirements
  fragments: Fragments
  /** Is any of these not fulfilled? */
  denies: (requirements: readonly Requirement[]) => boolean
}

/** An operation without the fields that are denied, and what was taken out. Fragments are written out. */
export function withhold(
  { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
  parts: Omit<Withholding, 'fragments'>,
): Reduced {
  const withheld: Withheld = { fields: [], below: [] }
  const root = parts.schema.getRootType(operation.operation)!
  const withholding = { ...parts, fragments: fragmentsByName(document) }
  const selections = reduce(withholding, root, operation.selectionSet.selections, { withheld, under: [], all: false })
  const reduced: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [typename] },
  }
  return { document: { kind: Kind.DOCUMENT, definitions: [withoutUnusedVariables(reduced)] }, withheld }
}

interface Scope {
  withheld: Withheld
  /** The fragments around, whose conditions count for what is in them. */
  under: readonly SelectionNode[]
  /** The fragment around is denied as a whole. */
  all: boolean
}

function reduce(
  withholding: Withholding,
  type: GraphQLNamedType,
  selections: readonly SelectionNode[],
  scope: Scope,
): SelectionNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return reduceField(withholding, type, node, scope)
    const { schema, fragments, requirements, denies } = withholding
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value)! : node
    const condition = fragment.typeCondition
    const on = condition ? schema.getType(condition.name.value)! : type
    const all = scope.all || denies(requirements.ofType(on))
    const kept = reduce(withholding, on, fragment.selectionSet.selections, {
      ...scope,
      under: [...scope.under, node],
      all,
    })
    if (kept.length === 0) return []
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(condition ? { typeCondition: condition } : {}),
      ...(node.directives ? { directives: node.directives } : {}),
      selectionSet: { kind: Kind.SELECTION_SET, selections: kept },
    }
  })
}

function reduceField(withholding: Withholding, on: GraphQLNamedType, node: FieldNode, scope: Scope): SelectionNode[] {
  const { schema, requirements, denies } = withholding
  const name = node.name.value
  if (name.startsWith('__')) return scope.all ? [] : [node]
  const field = isObjectType(on) || isInterfaceType(on) ? on.getFields()[name] : undefined
  if (!field) return [node]
  const key = node.alias?.value ?? name
  const named = getNamedType(field.type)
  const needed = [...requirements.ofField(schema, on, name), ...requirements.ofType(named)]
  if (scope.all || denies(needed)) {
    scope.withheld.fields.push({ key, type: field.type, on, under: [...scope.under, node] })
    return []
  }
  if (!node.selectionSet || !isCompositeType(named)) return [node]
  const withheld: Withheld = { fields: [], below: [] }
  const kept = reduce(withholding, named, node.selectionSet.selections, { withheld, under: [], all: false })
  if (withheld.fields.length + withheld.below.length === 0) {
    return [{ ...node, selectionSet: { ...node.selectionSet, selections: kept } }]
  }
  scope.withheld.below.push({ key, type: field.type, on, withheld })
  const marked = kept.length === 0 || isAbstractType(named) ? [...kept, typename] : kept
  return [{ ...node, selectionSet: { ...node.selectionSet, selections: marked } }]
}

function withoutUnusedVariables(operation: OperationDefinitionNode): OperationDefinitionNode {
  const used = new Set<string>()
  visit(operation, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE]: ({ name }) => void used.add(name.value),
  })
  const variableDefinitions =
    operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? []
  return { ...operation, variableDefinitions }
}
