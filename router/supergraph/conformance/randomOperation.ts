import fc from 'fast-check'
import { getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType, isUnionType } from 'graphql'
import type { GraphQLArgument, GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql'

interface Text {
  text: string
  fragments: string[]
}

/** A query of a random selection, with the variables `yes` and `no`. Not each is valid: fields may conflict. */
export function randomQuery(schema: GraphQLSchema, depth: number): fc.Arbitrary<string> {
  return selectionSet(schema, schema.getQueryType()!, depth).map(
    ({ text, fragments }) => `query($yes: Boolean!, $no: Boolean!) ${text} ${[...new Set(fragments)].join(' ')}`,
  )
}

const condition = fc.constantFrom(
  '',
  '',
  '',
  '',
  '@include(if: $yes)',
  '@skip(if: $no)',
  '@include(if: $no)',
  '@skip(if: $yes)',
)

const selectionSet = (schema: GraphQLSchema, type: GraphQLCompositeType, depth: number): fc.Arbitrary<Text> =>
  fc.array(selection(schema, type, depth), { minLength: 1, maxLength: 4 }).map((parts) => ({
    text: `{ ${parts.map(({ text }) => text).join(' ')} }`,
    fragments: parts.flatMap(({ fragments }) => fragments),
  }))

function selection(schema: GraphQLSchema, type: GraphQLCompositeType, depth: number): fc.Arbitrary<Text> {
  const fields = isUnionType(type) ? [] : Object.values(type.getFields())
  const usable = fields.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)))
  const typename = fc
    .tuple(fc.constantFrom('', 'kind: '), condition)
    .map(([alias, on]) => plain(`${alias}__typename ${on}`))
  const choices = usable.map((field) => ({ weight: 3, arbitrary: fieldOf(schema, field, depth) }))
  const fragments = depth > 0 ? [{ weight: 2, arbitrary: fragment(schema, type, depth) }] : []
  return fc.oneof({ weight: 1, arbitrary: typename }, ...choices, ...fragments)
}

const plain = (text: string): Text => ({ text, fragments: [] })

function fieldOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<Text> {
  const below = getNamedType(field.type)
  const selected = isCompositeType(below) ? selectionSet(schema, below, depth - 1) : fc.constant(plain(''))
  return fc
    .tuple(fc.boolean(), argumentsOf(field.args), condition, selected)
    .map(([aliased, args, on, { text, fragments }]) => {
      // An alias goes with its arguments, so that one key rarely means two things.
      const alias = aliased || args ? `${field.name}_${args.replaceAll(/\W/g, '')}: ` : ''
      return { text: `${alias}${field.name}${args} ${on} ${text}`, fragments }
    })
}

function argumentsOf(args: readonly GraphQLArgument[]): fc.Arbitrary<string> {
  if (args.length === 0) return fc.constant('')
  const given = args.map(({ name }) => fc.constantFrom(0, 1, 2).map((value) => `${name}: ${value}`))
  return fc.tuple(...given).map((all) => `(${all.join(', ')})`)
}

function fragment(schema: GraphQLSchema, type: GraphQLCompositeType, depth: number): fc.Arbitrary<Text> {
  const own = isObjectType(type) ? type.getInterfaces() : schema.getPossibleTypes(type)
  const wider = isAbstractType(type) ? Object.values(schema.getTypeMap()).filter((other) => isInterfaceType(other)) : []
  return fc.tuple(fc.constantFrom(type, ...own, ...wider), fc.boolean(), condition).chain(([on, named, skip]) =>
    selectionSet(schema, on, depth - 1).map(({ text, fragments }) => {
      if (!named) return { text: `... on ${on.name} ${skip} ${text}`, fragments }
      const name = `F${hash(on.name + text)}`
      return { text: `...${name} ${skip}`, fragments: [...fragments, `fragment ${name} on ${on.name} ${text}`] }
    }),
  )
}

const hash = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7)
