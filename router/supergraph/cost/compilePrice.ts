import {
  Kind,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql'
import type { FieldNode, GraphQLField, GraphQLNamedType, GraphQLSchema, SelectionNode } from 'graphql'
import { BadUserInput } from '../../../platform/errors.ts'
import { fragmentsByName, type Fragments } from '../fragments.ts'
import { isIncluded } from '../projection/collectFields.ts'
import type { PreparedOperation } from '../supergraph.ts'
import type { ListSize, Weights } from './weights.ts'

/** What an operation may cost at most with these variables, coerced. @throws BadUserInput  as `isIncluded`; @listSize asks for one argument more or less */
export type Price = (variables: Record<string, unknown>) => number

/** A mutation costs this besides: it is more than to read. */
const MUTATION = 10
/** Items of a list that nothing is said of. */
const LIST_SIZE = 10

interface Pricing {
  schema: GraphQLSchema
  weights: Weights
  fragments: Fragments
}

/** Objects cost 1, scalars nothing, unless `@cost` says otherwise; a list, its items as often as `@listSize` says. */
export function compilePrice(
  schema: GraphQLSchema,
  weights: Weights,
  { document, operation }: PreparedOperation,
): Price {
  const pricing = { schema, weights, fragments: fragmentsByName(document) }
  const root = schema.getRootType(operation.operation)!
  const price = compileSelections(pricing, root, operation.selectionSet.selections, () => undefined)
  const base = operation.operation === 'mutation' ? MUTATION : 0
  const whole: Price = (variables) => Math.min(base + price(variables), Number.MAX_SAFE_INTEGER)
  return operation.variableDefinitions?.length ? whole : once(whole)
}

/** Without variables it is the same each time. */
function once(price: Price): Price {
  let known: number | undefined
  return (variables) => (known ??= price(variables))
}

/** How long a list is that the field above speaks of. */
type SizeOf = (field: string, variables: Record<string, unknown>) => number | undefined

function compileSelections(
  pricing: Pricing,
  type: GraphQLNamedType,
  selections: readonly SelectionNode[],
  sized: SizeOf,
): Price {
  const prices = selections.map((node): Price => {
    const price = compileSelection(pricing, type, node, sized)
    return node.directives?.length ? (variables) => (isIncluded({ variables }, node) ? price(variables) : 0) : price
  })
  return (variables) => prices.reduce((sum, price) => sum + price(variables), 0)
}

function compileSelection(pricing: Pricing, type: GraphQLNamedType, node: SelectionNode, sized: SizeOf): Price {
  if (node.kind === Kind.FIELD) {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
    return field ? compileField(pricing, `${type.name}.${field.name}`, { field, node }, sized) : () => 0
  }
  const fragment = node.kind === Kind.FRAGMENT_SPREAD ? pricing.fragments.get(node.name.value)! : node
  const on = fragment.typeCondition ? pricing.schema.getType(fragment.typeCondition.name.value)! : type
  return compileSelections(pricing, on, fragment.selectionSet.selections, sized)
}

function compileField(
  pricing: Pricing,
  key: string,
  { field, node }: { field: GraphQLField<unknown, unknown>; node: FieldNode },
  sized: SizeOf,
): Price {
  const { costs, sizes } = pricing.weights
  const type = getNamedType(field.type)
  const own = costs.get(key) ?? costs.get(type.name) ?? (isCompositeType(type) ? 1 : 0)
  const inputs = (node.arguments ?? []).reduce((sum, { name }) => sum + (costs.get(`${key}(${name.value})`) ?? 0), 0)
  const size = sizes.get(key)
  const asked = size ? sizeOf(size, key, field, node) : () => undefined
  const required = size && isOneRequired(size) ? asked : undefined
  const sizedBelow: SizeOf = (name, variables) => (size?.sizedFields?.includes(name) ? asked(variables) : undefined)
  const below = node.selectionSet ? compileSelections(pricing, type, node.selectionSet.selections, sizedBelow) : () => 0
  if (!isListType(getNullableType(field.type)))
    return (variables) => {
      required?.(variables)
      return inputs + own + below(variables)
    }
  const items: Price = (variables) =>
    sized(field.name, variables) ?? (size?.sizedFields ? undefined : asked(variables)) ?? LIST_SIZE
  return (variables) => {
    required?.(variables)
    return inputs + items(variables) * (own + below(variables))
  }
}

/** By default it is, where there are such arguments. */
const isOneRequired = ({ slicingArguments, requireOneSlicingArgument }: ListSize): boolean =>
  Boolean(slicingArguments?.length) && requireOneSlicingArgument !== false

function sizeOf(
  size: ListSize,
  key: string,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Record<string, unknown>) => number | undefined {
  const { assumedSize, slicingArguments = [] } = size
  return (variables) => {
    const found = slicingArguments.flatMap((name) => {
      const given = node.arguments?.find((one) => one.name.value === name)
      const value = given
        ? valueFromASTUntyped(given.value, variables)
        : field.args.find((one) => one.name === name)?.defaultValue
      return typeof value === 'number' && value >= 0 ? [value] : []
    })
    if (found.length !== 1 && isOneRequired(size))
      throw new BadUserInput(`${key} needs exactly one of the arguments ${slicingArguments.join(', ')}, as a number.`)
    return found.length > 0 ? Math.max(...found) : assumedSize
  }
}
