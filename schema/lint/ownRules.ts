import { Kind, valueFromASTUntyped } from 'graphql'
import type { ConstDirectiveNode, FieldDefinitionNode, InputValueDefinitionNode, TypeNode } from 'graphql'
import type { LintRuleName } from './rules.ts'

export interface LintedField {
  type: string
  node: FieldDefinitionNode
  /** Is this the name of an object, an interface or a union? */
  isComposite: (type: string) => boolean
  /** YYYY-MM-DD */
  today: string
}

type OwnRule = (field: LintedField) => string | undefined

const ROOTS = new Set(['Query', 'Mutation', 'Subscription'])
const PAGE_ARGUMENTS = new Set(['first', 'last', 'limit', 'pageSize', 'take', 'ids', 'keys'])

/** What is wrong with a field, in a sentence; undefined for nothing. */
export const ownRules: Partial<Record<LintRuleName, OwnRule>> = {
  // Types and directives are graphql-eslint's; for root fields it would need the whole schema.
  description: ({ type, node }) =>
    ROOTS.has(type) && !node.description ? `${type}.${node.name.value} has no description.` : undefined,

  'field-description': ({ type, node }) =>
    node.description ? undefined : `${type}.${node.name.value} has no description.`,

  'deprecation-date': ({ type, node, today }) => dateFault(`${type}.${node.name.value}`, node.directives, today),

  pagination({ type, node, isComposite }) {
    const isPage = /(Connection|Page|Payload|Edge)$/.test(type)
    const hasBound =
      node.arguments?.some(({ name }) => PAGE_ARGUMENTS.has(name.value)) ||
      node.directives?.some(({ name }) => /(^|__)listSize$/.test(name.value)) ||
      /\bat most \S*\d/i.test(node.description?.value ?? '')
    if (!isList(node.type) || isPage || hasBound || !isComposite(namedType(node.type))) return undefined
    return `${type}.${node.name.value} is a list without pages: it grows with the data.`
  },

  'non-null-items': ({ type, node }) =>
    hasNullItems(node.type) ? `${type}.${node.name.value} is a list that may hold null.` : undefined,

  'non-null-id': ({ type, node }) =>
    node.name.value === 'id' && node.type.kind === Kind.NAMED_TYPE && node.type.name.value === 'ID'
      ? `${type}.id may be null.`
      : undefined,

  'nullable-root': ({ type, node, isComposite }) =>
    type === 'Query' && node.type.kind === Kind.NON_NULL_TYPE && isComposite(namedType(node.type))
      ? `Query.${node.name.value} may not be null: when its subgraph fails, the whole answer is null.`
      : undefined,
}

/** The same rule for what else can be deprecated. */
export const deprecationFault = (
  coordinate: string,
  { directives }: Pick<InputValueDefinitionNode, 'directives'>,
  today: string,
) => dateFault(coordinate, directives, today)

function dateFault(
  coordinate: string,
  directives: readonly ConstDirectiveNode[] | undefined,
  today: string,
): string | undefined {
  const deprecated = directives?.find(({ name }) => name.value === 'deprecated')
  if (!deprecated) return undefined
  const given = deprecated.arguments?.find(({ name }) => name.value === 'reason')?.value
  const date = /\b\d{4}-\d{2}-\d{2}\b/.exec(given ? String(valueFromASTUntyped(given)) : '')?.[0]
  if (!date) return `${coordinate} is deprecated without a date.`
  return date < today ? `${coordinate} was to be removed after ${date}.` : undefined
}

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type))

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type))

const hasNullItems = (type: TypeNode): boolean => {
  if (type.kind === Kind.NON_NULL_TYPE) return hasNullItems(type.type)
  return type.kind === Kind.LIST_TYPE && (type.type.kind !== Kind.NON_NULL_TYPE || hasNullItems(type.type))
}
