import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString, isEnumType } from 'graphql'
import type { GraphQLLeafType } from 'graphql'
import type { Projecting } from './projecting.ts'
import { quote } from './quote.ts'

/** Writes a value that is not null as JSON; null where it is to be null. */
export type Write = (value: unknown, projecting: Projecting) => string | null

const writers = new Map<string, Write>([
  [
    GraphQLString.name,
    (value, projecting) => (typeof value === 'string' ? quote(value) : projecting.invalid('String')),
  ],
  [
    GraphQLID.name,
    (value, projecting) => {
      if (typeof value === 'string') return quote(value)
      return Number.isSafeInteger(value) ? `"${value as number}"` : projecting.invalid('ID')
    },
  ],
  [
    GraphQLInt.name,
    (value, projecting) => (((value as number) | 0) === value ? `${value}` : projecting.invalid('Int')),
  ],
  [
    GraphQLFloat.name,
    (value, projecting) => (Number.isFinite(value) ? JSON.stringify(value) : projecting.invalid('Float')),
  ],
  [
    GraphQLBoolean.name,
    (value, projecting) => (value === true ? 'true' : value === false ? 'false' : projecting.invalid('Boolean')),
  ],
])

/** A custom scalar is its subgraph's own: it passes as it came. */
const writeAny: Write = (value, projecting) =>
  typeof value === 'string' ? quote(value) : (writeJson(value) ?? projecting.invalid('JSON'))

/** Undefined for what no JSON can hold, or is nested deeper than it can be written. */
function writeJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

export function leafWriter(type: GraphQLLeafType): Write {
  if (!isEnumType(type)) return writers.get(type.name) ?? writeAny
  const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, `"${name}"`]))
  // A value that is @inaccessible is not among them.
  return (value, projecting) => texts.get(value) ?? projecting.invalid(type.name)
}
