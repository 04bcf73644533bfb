import {
  astFromValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  print,
} from 'graphql'
import type { GraphQLArgument, GraphQLField, GraphQLNamedType, GraphQLSchema, GraphQLType } from 'graphql'
import type { PlaceOf } from './referencePlaces.ts'

interface Row {
  name: string
  type: GraphQLType
  about: string
}

/** A field of Query, Mutation or Subscription, with what it takes and gives. */
export function rootField(field: GraphQLField<unknown, unknown>, placeOf: PlaceOf): string {
  const input = field.args.length === 1 ? getNamedType(field.args[0]!.type) : undefined
  const payload = getNamedType(field.type)
  const isMutation = field.args.every(({ name }) => name === 'input') && payload.name.endsWith('Payload')
  const taken = isMutation && isInputObjectType(input) ? Object.values(input.getFields()) : field.args
  const given = isMutation && isObjectType(payload) ? Object.values(payload.getFields()) : []
  return `## ${field.name}

${deprecated(field)}${block(field.description)}${table(isMutation ? 'input' : 'argument', taken.map(argumentRow), placeOf)}${
    given.length > 0 ? table('gives', given.map(fieldRow), placeOf) : `\nGives ${typeText(field.type, placeOf)}.\n`
  }`
}

export function typeSection(type: GraphQLNamedType, schema: GraphQLSchema, placeOf: PlaceOf): string {
  return `## ${type.name}\n\n${block(type.description)}\n${insideOf(type, schema, placeOf)}`
}

function insideOf(type: GraphQLNamedType, schema: GraphQLSchema, placeOf: PlaceOf): string {
  if (isEnumType(type)) {
    const rows = type
      .getValues()
      .map((value) => `| \`${value.name}\` | ${cell(deprecated(value) + (value.description ?? ''))} |`)
    return `| value | |\n|---|---|\n${rows.join('\n')}\n`
  }
  if (isUnionType(type))
    return `One of ${type
      .getTypes()
      .map((one) => typeText(one, placeOf))
      .join(', ')}.\n`
  if (isInputObjectType(type)) return table('field', Object.values(type.getFields()).map(argumentRow), placeOf)
  if (!isObjectType(type) && !isInterfaceType(type)) return ''
  const fields = table('field', Object.values(type.getFields()).map(fieldRow), placeOf)
  if (isObjectType(type)) {
    const faces = type.getInterfaces().map((face) => typeText(face, placeOf))
    return (faces.length > 0 ? `Is ${faces.join(', ')}.\n` : '') + fields
  }
  const possible = schema.getPossibleTypes(type).map((one) => typeText(one, placeOf))
  return `One of ${possible.join(', ')}.\n${fields}`
}

const argumentRow = (
  argument: Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue' | 'description' | 'deprecationReason'>,
): Row => {
  const value = argument.defaultValue === undefined ? undefined : astFromValue(argument.defaultValue, argument.type)
  const preset = value ? `Default \`${print(value)}\`.` : ''
  return { ...argument, about: [deprecated(argument), argument.description, preset].filter(Boolean).join(' ') }
}

const fieldRow = (field: GraphQLField<unknown, unknown>): Row => {
  const taken =
    field.args.length > 0 ? `Takes ${field.args.map(({ name, type }) => `\`${name}: ${type}\``).join(', ')}.` : ''
  return { ...field, about: [deprecated(field), field.description, taken].filter(Boolean).join(' ') }
}

function table(title: string, rows: Row[], placeOf: PlaceOf): string {
  if (rows.length === 0) return ''
  const lines = rows.map(({ name, type, about }) => `| \`${name}\` | ${typeText(type, placeOf)} | ${cell(about)} |`)
  return `\n| ${title} | type | |\n|---|---|---|\n${lines.join('\n')}\n`
}

/** As in SDL, with the name as a link. */
function typeText(type: GraphQLType, placeOf: PlaceOf): string {
  const { name } = getNamedType(type)
  const place = placeOf(getNamedType(type))
  const [before = '', after = ''] = String(type).split(name)
  return `${before.replace('[', '\\[')}${place ? `[${name}](${place})` : name}${after.replace(']', '\\]')}`
}

const deprecated = ({ deprecationReason }: { deprecationReason?: string | null | undefined }) =>
  deprecationReason ? `**Deprecated**: ${deprecationReason} ` : ''
const safe = (text: string) => text.replace(/</g, '&lt;')
const block = (text: string | null | undefined) => (text ? `${safe(text)}\n` : '')
const cell = (text: string) =>
  safe(text)
    .replace(/\|/g, '\\|')
    .replace(/\s*\n\s*/g, ' ')
