import { MEDIA, type EntityModel, type FieldModel, type Model } from './randomModel.ts'

const TYPES: Readonly<Record<string, string>> = {
  text: 'String',
  int: 'Int',
  float: 'Float',
  flag: 'Boolean',
  any: 'Any',
  kind: 'Kind',
  mood: 'Mood',
  place: 'Place',
  echo: 'String',
}

/** The SDL of each subgraph of a model. Every subgraph knows every entity, if only by its key. */
export const randomSdl = (model: Model): Record<string, string> =>
  Object.fromEntries(model.subgraphs.map((name) => [name, subgraphSdl(model, name)]))

function subgraphSdl(model: Model, name: string): string {
  return [
    'scalar Any enum Kind { A B C }',
    `enum Mood { CALM MOOD_${name} }`,
    `input Filter { n: Int = 3 kind: Kind tags: [String!] below: Filter only_${name}: Int }`,
    'type Place { city: String @shareable zip: Int! @shareable spot: Spot @shareable } type Spot { x: Float @shareable }',
    `interface Node { id: ID! } union Found = ${model.found.get(name)!.join(' | ')}`,
    ...(model.entities.some(({ keys }) => keys.get(name)!.includes('ref { n }'))
      ? ['type Ref { n: Int! @shareable }']
      : []),
    rootSdl('Query', model.queries, name),
    rootSdl('Mutation', model.mutations, name),
    ...model.entities.map((entity) => entitySdl(entity, name, model)),
    mediaSdl(model, name),
  ].join('\n')
}

function rootSdl(type: string, fields: readonly FieldModel[], name: string): string {
  const own = fields.filter((field) => field.in.includes(name))
  return own.length === 0 ? '' : `type ${type} { ${own.map((field) => fieldSdl(field, name)).join(' ')} }`
}

const typeOf = ({ of, wrap }: FieldModel) => wrap.replace('$', TYPES[of] ?? of)

function fieldSdl(field: FieldModel, name: string): string {
  const { args, in: owners, requires, provides, from, label, isShared } = field
  const directives = [
    ...(owners.length > 1 || isShared ? ['@shareable'] : []),
    ...(requires ? [`@requires(fields: "${requires.map(requiredSelection).join(' ')}")`] : []),
    ...(provides ? [`@provides(fields: "${requiredSelection(provides)}")`] : []),
    ...(from && owners.includes(name) ? [`@override(from: "${from}"${label ? `, label: "${label}"` : ''})`] : []),
  ]
  return `${field.name}${args}: ${typeOf(field)} ${directives.join(' ')}`
}

function requiredSelection({ name, of }: FieldModel): string {
  if (of === 'place') return `${name} { city }`
  return of in TYPES ? name : `${name} { id }`
}

function entitySdl({ name, keys, fields }: EntityModel, subgraph: string, model: Model): string {
  const own = keys.get(subgraph)!
  const resolved = fields.filter((field) => field.in.includes(subgraph) || field.from === subgraph)
  const required = resolved.flatMap(({ requires = [] }) => requires)
  const all = [...model.queries, ...model.mutations, ...model.entities.flatMap((entity) => entity.fields)]
  const provided = all.flatMap(({ of, in: owners, provides }) =>
    of === name && provides && owners.includes(subgraph) ? [provides] : [],
  )
  const external = [...new Set([...required, ...provided])].filter((field) => !resolved.includes(field))
  return [
    `type ${name} implements Node ${own.map((key) => `@key(fields: "${key}")`).join(' ')} {`,
    `id: ID! ${own.includes('id') ? '' : '@shareable'}`,
    ...(own.includes('code') ? ['code: String!'] : []),
    ...(own.includes('ref { n }') ? ['ref: Ref!'] : []),
    ...resolved.map((field) => fieldSdl(field, subgraph)),
    ...external.map((field) => `${field.name}${field.args}: ${typeOf(field)} @external`),
    '}',
  ].join(' ')
}

function mediaSdl({ media }: Model, name: string): string {
  if (!media) return ''
  const fields = media.fields.filter((field) => field.in.includes(name)).map((field) => fieldSdl(field, name))
  if (name === media.adds) return `type Media @interfaceObject @key(fields: "id") { id: ID! ${fields.join(' ')} }`
  if (name !== media.home) return ''
  const types = MEDIA.map(
    (type) => `type ${type} implements Media @key(fields: "id") { id: ID! ${fields.join(' ')} in${type}: Int }`,
  )
  return `interface Media @key(fields: "id") { id: ID! ${fields.join(' ')} } ${types.join(' ')}`
}
