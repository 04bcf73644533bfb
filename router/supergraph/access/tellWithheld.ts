import { getNullableType, isAbstractType, isListType, isNonNullType } from 'graphql'
import type { GraphQLNamedType, GraphQLOutputType, GraphQLSchema, SelectionNode } from 'graphql'
import { isIncluded } from '../projection/collectFields.ts'
import { TYPE_KEY, type Withheld } from './withhold.ts'

type Data = Record<string, unknown>
type Path = readonly (string | number)[]

export interface Telling {
  schema: GraphQLSchema
  variables: Record<string, unknown>
  /** Told of each place where something is missing. */
  missing: (path: Path) => void
}

/**
 * Puts null where fields were withheld from an answer, in place; where that may not be null, for what is around it.
 * @returns null  the answer itself is null by that
 */
export function tellWithheld(telling: Telling, data: Data, withheld: Withheld, path: Path = []): Data | null {
  let lost = false
  const applies = (on: GraphQLNamedType) => isOn(telling.schema, data[TYPE_KEY], on)
  for (const { key, type, on, under } of withheld.fields) {
    if (!applies(on) || !isAsked(telling, under)) continue
    telling.missing([...path, key])
    if (isNonNullType(type)) lost = true
    else data[key] ??= null
  }
  for (const { key, type, on, withheld: below } of withheld.below) {
    if (!applies(on) || !Object.hasOwn(data, key)) continue
    const value = tellIn(telling, data[key], { type, withheld: below }, [...path, key])
    if (value === null && isNonNullType(type)) lost = true
    data[key] = value
  }
  return lost ? null : data
}

function tellIn(
  telling: Telling,
  value: unknown,
  { type, withheld }: { type: GraphQLOutputType; withheld: Withheld },
  path: Path,
): unknown {
  if (typeof value !== 'object' || value === null) return value
  const nullable = getNullableType(type)
  if (!Array.isArray(value)) return tellWithheld(telling, value as Data, withheld, path)
  if (!isListType(nullable)) return value
  const inner = nullable.ofType as GraphQLOutputType
  const items = value.map((item, index) => tellIn(telling, item, { type: inner, withheld }, [...path, index]))
  return isNonNullType(inner) && items.includes(null) ? null : items
}

/** Removes the keys that were asked for on our own account. */
export function withoutTypeKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) delete (value as Data)[TYPE_KEY]
  for (const inner of Object.values(value)) withoutTypeKeys(inner)
}

const isAsked = ({ variables }: Telling, under: readonly SelectionNode[]) =>
  under.every((node) => isIncluded({ variables }, node))

/** Without a type at hand there is only one that it can be. */
function isOn(schema: GraphQLSchema, name: unknown, on: GraphQLNamedType): boolean {
  const type = typeof name === 'string' ? schema.getType(name) : undefined
  if (!type || type === on) return true
  return isAbstractType(on) && 'getFields' in type && schema.isSubType(on, type as never)
}
