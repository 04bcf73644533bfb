/** What a random supergraph is made of, before it is written as SDL and filled with data. */
import { Dice } from './dice.ts'

export type Shape =
  'text' | 'int' | 'float' | 'flag' | 'any' | 'kind' | 'place' | 'echo' | 'choice' | 'computed' | string

export interface FieldModel {
  readonly name: string
  /** What it gives: a leaf, a value, or the name of an entity, interface or union. */
  readonly of: Shape
  /** With `$` for what it gives: `[$!]`. */
  readonly wrap: string
  readonly args: string
  /** The subgraphs that resolve it; several: it is @shareable. */
  readonly in: readonly string[]
  /** The subgraph from which the only one in `in` takes it over. */
  readonly from?: string
  readonly label?: string
  /** Fields of the entity that it is computed from, which another subgraph has. */
  requires?: readonly FieldModel[]
  /** Of an entity behind it: what is given along, although another subgraph has it. */
  provides?: FieldModel
  /** It is @shareable, since another subgraph provides it. */
  isShared?: boolean
  /** Never fails: others are computed from it. */
  safe?: boolean
}

export interface EntityModel {
  readonly name: string
  /** By subgraph; one that only refers to it has the first alone. */
  readonly keys: ReadonlyMap<string, readonly string[]>
  readonly fields: FieldModel[]
}

export interface Model {
  readonly subgraphs: readonly string[]
  readonly entities: readonly EntityModel[]
  /** Members of the union `Found`, by subgraph. */
  readonly found: ReadonlyMap<string, readonly string[]>
  readonly queries: readonly FieldModel[]
  readonly mutations: readonly FieldModel[]
  /** The subgraph of the interface `Media` with its types, and that which adds to it by @interfaceObject. */
  readonly media: { readonly home: string; readonly adds: string; readonly fields: readonly FieldModel[] } | undefined
}

export const MEDIA = ['Book', 'Film'] as const
const WRAPS = ['$', '$', '$', '$!', '[$]', '[$!]', '[$!]!', '[[$]]', '[[$!]!]']
const LEAVES = ['text', 'text', 'int', 'float', 'flag', 'any', 'kind', 'mood', 'place', 'echo']
/** An argument that may be left out. */
export const OPTIONAL = '(n: Int = 2)'
const ARGS = [OPTIONAL, '(filter: Filter)', '(kinds: [Kind!], at: Any)', '(n: Int!, name: String = "é\\"")']

export function randomModel(seed: number): Model {
  const dice = new Dice(seed)
  const subgraphs = ['s0', 's1', 's2', 's3'].slice(0, 2 + dice.roll(3))
  const names = ['Apple', 'Berry', 'Cherry', 'Date'].slice(0, 2 + dice.roll(3))
  const found = new Map(subgraphs.map((name) => [name, dice.some(names, 60)]))
  const [home, adds] = subgraphs as [string, string]
  const hasMedia = dice.chance(60)
  const targets = (of: readonly string[]) =>
    dice.pick([
      ...names,
      ...names,
      'Node',
      'Found',
      ...(hasMedia && of.every((name) => name === home) ? ['Media'] : []),
    ])
  const entities = names.map((name) => randomEntity(dice, name, subgraphs, targets))
  const roots = (prefix: string, count: number) =>
    Array.from({ length: count }, (_none, n) => rootField(dice, `${prefix}${n}`, subgraphs, targets))
  const mediaFields = (where: string, prefix: string) =>
    Array.from({ length: 1 + dice.roll(2) }, (_none, n) => leafField(dice, `${prefix}${n}`, [where]))
  const queries = [...roots('q', 3 + dice.roll(4)), ...(hasMedia ? mediaRoots(dice, home, adds) : [])]
  for (const link of [...queries, ...entities.flatMap(({ fields }) => fields)]) provide(dice, link, entities)
  return {
    subgraphs,
    entities,
    found,
    queries,
    mutations: dice.chance(50) ? roots('m', 2) : [],
    media: hasMedia ? { home, adds, fields: [...mediaFields(home, 'h'), ...mediaFields(adds, 'o')] } : undefined,
  }
}

const mediaRoots = (dice: Dice, home: string, adds: string): FieldModel[] => [
  { name: 'media', of: 'Media', wrap: dice.pick(WRAPS), args: '', in: [home] },
  { name: 'added', of: 'Media', wrap: dice.pick(WRAPS), args: '', in: [adds] },
]

/** A link may give a value along that another subgraph has. */
function provide(dice: Dice, link: FieldModel, entities: readonly EntityModel[]): void {
  const target = entities.find(({ name }) => name === link.of)
  if (!target || link.in.length > 1 || link.from || dice.chance(60)) return
  const given = target.fields.filter(
    ({ of, args, from, requires, in: owners }) =>
      isPlain(of) && args === '' && !from && !requires && owners.length === 1 && owners[0] !== link.in[0],
  )
  if (given.length === 0) return
  link.provides = dice.pick(given)
  link.provides.isShared = true
}

type Targets = (owners: readonly string[]) => string

function randomEntity(dice: Dice, name: string, subgraphs: readonly string[], targets: Targets): EntityModel {
  const kinds = ['id', ...(dice.chance(40) ? ['code'] : []), ...(dice.chance(30) ? ['ref { n }'] : [])]
  const keys = new Map(subgraphs.map((one) => [one, dice.chance(80) ? ['id', ...kinds.slice(1)] : dice.some(kinds)]))
  const fields = Array.from({ length: 3 + dice.roll(4) }, (_none, n) => {
    const owners = dice.chance(25) ? dice.some(subgraphs, 50) : [dice.pick(subgraphs)]
    const field = dice.chance(55) ? leafField(dice, `f${n}`, owners) : linkField(dice, `f${n}`, owners, targets)
    return dice.chance(15) ? moved(dice, field, subgraphs) : field
  })
  for (let n = dice.roll(3); n > 0; n--) fields.push(...computedField(dice, `c${n}`, fields, subgraphs))
  return { name, keys, fields }
}

/** A field that is computed from others of its entity, which are in other subgraphs: values, ids of entities, computed ones. */
function computedField(
  dice: Dice,
  name: string,
  fields: readonly FieldModel[],
  subgraphs: readonly string[],
): FieldModel[] {
  const owner = dice.pick(subgraphs)
  const usable = fields.filter(
    ({ of, args, from, in: owners }) =>
      !from && !owners.includes(owner) && (args === '' || args === OPTIONAL) && of !== 'Found' && of !== 'Media',
  )
  if (usable.length === 0) return []
  const requires = dice.some(usable, 40)
  for (const field of requires) field.safe = true
  return [{ name, of: 'text', wrap: '$', args: '', in: [owner], requires }]
}

/** What is given along: values, without entities. */
const isPlain = (of: Shape) => ['text', 'int', 'float', 'flag', 'any', 'kind', 'mood', 'place'].includes(of)

function leafField(dice: Dice, name: string, owners: readonly string[]): FieldModel {
  const of = dice.pick(LEAVES)
  const args = of === 'echo' ? dice.pick(ARGS) : ''
  return { name, of, wrap: of === 'echo' ? '$' : dice.pick(WRAPS), args, in: owners }
}

function linkField(dice: Dice, name: string, owners: readonly string[], targets: Targets): FieldModel {
  const of = targets(owners)
  const chooses = dice.chance(15) && owners.length === 1
  return { name, of, wrap: chooses ? '$' : dice.pick(WRAPS), args: chooses ? '(n: Int = 1)' : '', in: owners }
}

function moved(dice: Dice, field: FieldModel, subgraphs: readonly string[]): FieldModel {
  const others = subgraphs.filter((name) => !field.in.includes(name))
  if (field.in.length > 1 || others.length === 0 || field.of === 'Media') return field
  const label = dice.pick([undefined, 'percent(0)', 'percent(100)', 'soon'])
  return { ...field, from: dice.pick(others), ...(label && { label }) }
}

function rootField(dice: Dice, name: string, subgraphs: readonly string[], targets: Targets): FieldModel {
  const owners = dice.chance(20) ? dice.some(subgraphs, 60) : [dice.pick(subgraphs)]
  return dice.chance(15) ? leafField(dice, name, owners) : linkField(dice, name, owners, targets)
}
