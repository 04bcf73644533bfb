import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, getDirectiveValues, visit } from 'graphql'
import type { ASTNode, DirectiveNode, DocumentNode, OperationDefinitionNode, SelectionNode } from 'graphql'
import { presence } from './projection/index.ts'

/** One operation of a document. */
export interface DocumentOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

type Variables = Readonly<Record<string, unknown>>

/** Combinations kept of one operation. */
const MAX_VARIANTS = 32

/**
 * What an operation compiles to, once for each combination of values that its @skip and @include stand on. They are
 * settled before anything is planned: the planner joins fetches across conditions, and so may leave out, or ask for, what
 * the other case needs.
 */
export function variantsOf<T>(
  given: DocumentOperation,
  compile: (settled: DocumentOperation) => T,
): (variables: Variables) => T {
  const conditions = conditionVariables(given.document)
  const known = new Map<string, T>()
  const variantFor = (variables: Variables): T => {
    const key = conditions?.map((name) => (variables[name] === true ? '1' : '0')).join('') ?? ''
    let variant = known.get(key)
    if (variant === undefined) {
      variant = compile(conditions ? settle(given, settledBy(conditions, variables)) : given)
      if (known.size >= MAX_VARIANTS) known.delete(known.keys().next().value!)
      known.set(key, variant)
    }
    return variant
  }
  // Where there is one only, what is wrong with it shows at once.
  if (!conditions?.length) variantFor({})
  return variantFor
}

const settledBy = (names: readonly string[], variables: Variables): Variables =>
  Object.fromEntries(names.map((name) => [name, variables[name] === true]))

/** The variables that conditions stand on; undefined where there are no conditions. */
function conditionVariables(document: ASTNode): readonly string[] | undefined {
  const names = new Set<string>()
  let found = false
  visit(document, {
    [Kind.DIRECTIVE](directive) {
      if (!isCondition(directive)) return
      found = true
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return found ? [...names] : undefined
}

const isCondition = ({ name }: DirectiveNode) =>
  name.value === GraphQLSkipDirective.name || name.value === GraphQLIncludeDirective.name

/** The same without conditions. An object of which nothing is left to show is still asked for: it may be null. */
function settle({ document, operation }: DocumentOperation, variables: Variables): DocumentOperation {
  const settleNode = (node: SelectionNode): SelectionNode | null | undefined => {
    if (!node.directives?.some(isCondition)) return undefined
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return null
    if (getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] === false) return null
    return { ...node, directives: node.directives.filter((directive) => !isCondition(directive)) }
  }
  const at = document.definitions.indexOf(operation)
  const settled = visit(document, {
    [Kind.FIELD]: settleNode,
    [Kind.INLINE_FRAGMENT]: settleNode,
    [Kind.FRAGMENT_SPREAD]: settleNode,
    [Kind.SELECTION_SET]: {
      leave: (set) => (set.selections.length === 0 ? { ...set, selections: [presence] } : undefined),
    },
  })
  return { document: settled, operation: settled.definitions[at] as OperationDefinitionNode }
}
