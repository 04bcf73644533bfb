import fc from 'fast-check'
import { getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType, isUnionType } from 'graphql'
import type { GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql'
import { hash, randomArguments, type Written } from './randomArguments.ts'

export interface RandomOperation {
  readonly query: string
  readonly variables: Record<string, unknown>
}

interface Text extends Written {
  readonly fragments: readonly string[]
}

/** An operation of a random selection. Not each is valid: fields may conflict. */
export function randomOperation(
  schema: GraphQLSchema,
  depth: number,
  kind: 'query' | 'mutation' = 'query',
): fc.Arbitrary<RandomOperation> {
  const root = kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!
  return fc.tuple(selectionSet(schema, root, depth), fc.boolean(), fc.boolean()).map(([written, yes, no]) => {
    const { text, fragments } = written
    const variables = [...new Map(written.variables.map((variable) => [variable.name, variable])).values()]
    const body = `${text} ${[...new Set(fragments)].join(' ')}`
    const conditions = ['$yes: Boolean!', '$no: Boolean! = false'].filter((one) => body.includes(one.split(':')[0]!))
    const definitions = [...conditions, ...variables.map(({ definition }) => definition)].join(', ')
    const values = variables.filter((variable) => 'value' in variable).map(({ name, value }) => [name, value] as const)
    return {
      query: `${kind} Q${definitions && `(${definitions})`} ${body}`,
      variables: { yes, no, ...Object.fromEntries(values) },
    }
  })
}

const condition = fc.constantFrom(
  ...['', '', '', '', '', '', '', ''],
  ...['@include(if: $yes)', '@skip(if: $no)', '@include(if: $no)', '@skip(if: $yes)'],
  ...['@skip(if: $no) @include(if: $yes)', '@include(if: true)', '@skip(if: true)'],
)

const selectionSet = (schema: GraphQLSchema, type: GraphQLCompositeType, depth: number): fc.Arbitrary<Text> =>
  fc.array(selection(schema, type, depth), { minLength: 1, maxLength: 4 }).map((parts) => ({
    text: `{ ${parts.map(({ text }) => text).join(' ')} }`,
    variables: parts.flatMap(({ variables }) => variables),
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
  const told = type === schema.getQueryType() ? [{ weight: 1, arbitrary: introspection }] : []
  return fc.oneof({ weight: 1, arbitrary: typename }, ...choices, ...fragments, ...told)
}

const introspection = fc
  .constantFrom('s: __schema { queryType { name } }', 't: __type(name: "Node") { kind possibleTypes { name } }')
  .map((text) => plain(text))

const plain = (text: string): Text => ({ text, variables: [], fragments: [] })

/** An alias mostly goes with its arguments, so that one key rarely means two things. */
const aliases = fc.constantFrom<('none' | 'own' | 'any')[]>('none', 'none', 'none', 'own', 'own', 'any')

function fieldOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<Text> {
  const below = getNamedType(field.type)
  const selected = isCompositeType(below) ? selectionSet(schema, below, depth - 1) : fc.constant(plain(''))
  return fc.tuple(aliases, randomArguments(field.args), condition, selected).map(([aliased, args, on, inside]) => {
    const own = aliased === 'own' || (aliased === 'none' && args.text !== '')
    const alias = aliased === 'any' ? 'x: ' : own ? `${field.name}_${hash(args.text)}: ` : ''
    return {
      text: `${alias}${field.name}${args.text} ${on} ${inside.text}`,
      variables: [...args.variables, ...inside.variables],
      fragments: inside.fragments,
    }
  })
}

function fragment(schema: GraphQLSchema, type: GraphQLCompositeType, depth: number): fc.Arbitrary<Text> {
  const own = isObjectType(type) ? type.getInterfaces() : schema.getPossibleTypes(type)
  const wider = isAbstractType(type) ? Object.values(schema.getTypeMap()).filter((other) => isInterfaceType(other)) : []
  return fc
    .tuple(fc.constantFrom(type, ...own, ...wider), fc.constantFrom('bare', 'on', 'named'), condition)
    .chain(([on, how, skip]) =>
      selectionSet(schema, how === 'bare' ? type : on, depth - 1).map((inside) => {
        const { text, fragments } = inside
        if (how === 'bare') return { ...inside, text: `... ${skip} ${text}` }
        if (how === 'on') return { ...inside, text: `... on ${on.name} ${skip} ${text}` }
        const name = `F${hash(on.name + text)}`
        const definition = `fragment ${name} on ${on.name} ${text}`
        return { ...inside, text: `...${name} ${skip}`, fragments: [...fragments, definition] }
      }),
    )
}
