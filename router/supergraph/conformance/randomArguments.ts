import fc from 'fast-check'
import { isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql'
import type { GraphQLArgument, GraphQLInputType } from 'graphql'

/** A variable of an operation: how it is declared, and its value where one is given. */
export interface Variable {
  readonly name: string
  readonly definition: string
  readonly value?: unknown
}

export interface Written {
  readonly text: string
  readonly variables: readonly Variable[]
}

/** `(a: 1, b: $v)`, or nothing. Arguments that need not be given are left out at times. */
export function randomArguments(args: readonly GraphQLArgument[]): fc.Arbitrary<Written> {
  if (args.length === 0) return fc.constant(plain(''))
  const given = args.map(({ name, type }) => optional(type, written(type, 3), (value) => `${name}: ${value}`))
  return fc.tuple(...given).map((all) => {
    const { text, variables } = joined(all, ', ')
    return text === '' ? plain('') : { text: `(${text})`, variables }
  })
}

const plain = (text: string): Written => ({ text, variables: [] })

const joined = (all: readonly Written[], by: string): Written => ({
  text: all
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(by),
  variables: all.flatMap(({ variables }) => variables),
})

const optional = (type: GraphQLInputType, value: fc.Arbitrary<Written>, named: (text: string) => string) => {
  const given = value.map(({ text, variables }) => ({ text: named(text), variables }))
  return isNonNullType(type)
    ? given
    : fc.oneof({ weight: 3, arbitrary: given }, { weight: 1, arbitrary: fc.constant(plain('')) })
}

/** A literal of this type, or a variable. */
const written = (type: GraphQLInputType, depth: number): fc.Arbitrary<Written> =>
  fc.oneof({ weight: 3, arbitrary: literal(type, depth) }, { weight: 1, arbitrary: variable(type) })

/** Declared by a name that says what it is, so that equal names are equal variables. */
const variable = (type: GraphQLInputType): fc.Arbitrary<Written> =>
  fc.tuple(json(type, 2), json(type, 2), fc.constantFrom('given', 'default', 'both')).map(([value, other, how]) => {
    const preset = how === 'given' ? '' : ` = ${literalOf(type, other)}`
    const definition = `${String(type)}${preset}`
    const name = `v${hash(definition + JSON.stringify(value) + how)}`
    const declared = { name, definition: `$${name}: ${definition}` }
    return { text: `$${name}`, variables: [how === 'default' ? declared : { ...declared, value }] }
  })

function literal(type: GraphQLInputType, depth: number): fc.Arbitrary<Written> {
  if (isNonNullType(type)) return literal(type.ofType, depth)
  if (isListType(type) && depth > 0)
    return fc
      .array(written(type.ofType, depth - 1), { maxLength: 2 })
      .map((all) => wrapped('[', joined(all, ', '), ']'))
  if (isInputObjectType(type) && depth > 0) {
    const fields = Object.values(type.getFields()).map((field) =>
      optional(field.type, written(field.type, depth - 1), (text) => `${field.name}: ${text}`),
    )
    return fc.tuple(...fields).map((all) => wrapped('{', joined(all, ', '), '}'))
  }
  return json(type, depth).map((value) => plain(literalOf(type, value)))
}

const wrapped = (before: string, { text, variables }: Written, after: string): Written => ({
  text: before + text + after,
  variables,
})

/** A value of this type as JSON. */
function json(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return present(type.ofType, depth)
  return fc.oneof({ weight: 5, arbitrary: present(type, depth) }, { weight: 1, arbitrary: fc.constant(null) })
}

function present(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return present(type.ofType, depth)
  if (isListType(type)) return fc.array(json(type.ofType, depth - 1), { maxLength: 2 })
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name))
  if (isInputObjectType(type)) {
    if (depth <= 0) return fc.constant({})
    const fields = Object.values(type.getFields()).map((field) => [field.name, json(field.type, depth - 1)] as const)
    return fc.record(Object.fromEntries(fields), { requiredKeys: [] })
  }
  if (type.name === 'Int') return fc.constantFrom(-1, 0, 1, 2)
  if (type.name === 'Boolean') return fc.boolean()
  if (type.name === 'Float') return fc.constantFrom(0, 1.5)
  if (type.name === 'String' || type.name === 'ID') return fc.constantFrom('', 'x', 'é "q" \\')
  return fc.constantFrom<unknown[]>('t', 3, [1, ['a']], { a: { b: [] } })
}

/** JSON as a literal of GraphQL: enum values and names of fields stand without quotes. */
function literalOf(type: GraphQLInputType, value: unknown): string {
  if (isNonNullType(type)) return literalOf(type.ofType, value)
  if (value === null) return 'null'
  if (isEnumType(type)) return String(value)
  if (Array.isArray(value)) {
    const item = isListType(type) ? type.ofType : type
    return `[${value.map((one) => literalOf(item, one)).join(', ')}]`
  }
  if (typeof value !== 'object') return JSON.stringify(value)
  const fields = isInputObjectType(type) ? type.getFields() : {}
  return `{${Object.entries(value)
    .map(([key, one]) => `${key}: ${literalOf(fields[key]?.type ?? type, one)}`)
    .join(', ')}}`
}

export const hash = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7)
