import { Dice } from './dice.ts'
import type { Data } from './federate.ts'
import { MEDIA, type FieldModel, type Model } from './randomModel.ts'

type Entity = Record<string, unknown>

const TEXTS = ['Bergen – ☂', '', 'a "quoted"\n\ttext\\', '\u0000\u2028\ud83d\ude00', '__proto__']
const FLOATS = [0.1, 3, -2.5e-7, 1e21, 0]
const ANY = [{ a: [1, { b: null }], __typename: 'x' }, 'text', 7, [[]], true]

/** Data for a model: nulls, wrong nulls and failures anywhere, except in what others are computed from. */
export function randomData(model: Model, seed: number): Data {
  const maker = new Maker(model, new Dice(seed))
  return { root: maker.root(), entities: maker.entities }
}

class Maker {
  readonly entities: Record<string, Entity[]> = {}
  readonly #model: Model
  readonly #dice: Dice

  constructor(model: Model, dice: Dice) {
    this.#model = model
    this.#dice = dice
    for (const { name } of model.entities) this.entities[name] = this.#instances(name, 3)
    if (model.media) for (const name of MEDIA) this.entities[name] = this.#instances(name, 2)
    for (const { name, fields } of model.entities) this.#fill(name, fields)
    if (!model.media) return
    for (const name of MEDIA) this.#fill(name, [...model.media.fields, pages(name)])
  }

  root(): Entity {
    const { queries, mutations } = this.#model
    return Object.fromEntries([...queries, ...mutations].map((field) => [field.name, this.#field(field)]))
  }

  #instances(__typename: string, count: number): Entity[] {
    return Array.from({ length: count }, (_none, n) => {
      const id = `${__typename}-${n}`
      return { __typename, id, code: `c ${id}`, ref: { n } }
    })
  }

  #fill(name: string, fields: readonly FieldModel[]): void {
    for (const entity of this.entities[name]!) for (const field of fields) entity[field.name] = this.#field(field)
  }

  #field(field: FieldModel): unknown {
    const { of, wrap, args, requires, safe, name } = field
    if (of === 'echo') return (given: object) => `${name} of ${sorted(given)}`
    if (args !== '') return ({ n }: { n: number }) => this.entities[of]?.[n] ?? null
    if (!safe && this.#dice.chance(5)) return this.#failure
    if (requires) return computed(field)
    return this.#wrapped(field, wrap)
  }

  readonly #failure = () => {
    throw new Error('This field fails.')
  }

  #wrapped(field: FieldModel, wrap: string): unknown {
    const strict = wrap.endsWith('!')
    const { safe } = field
    if (this.#dice.chance(strict ? 2 : 8) && !(safe && strict)) return null
    const inner = strict ? wrap.slice(0, -1) : wrap
    if (inner === '$') return !safe && this.#dice.chance(2) ? new Error('This item fails.') : this.#one(field)
    return Array.from({ length: this.#dice.roll(4) }, () => this.#wrapped(field, inner.slice(1, -1)))
  }

  #one({ of, in: owners, from, safe, isShared }: FieldModel): unknown {
    const dice = this.#dice
    const asked = from ? [...owners, from] : owners
    if (of === 'text') return dice.pick(TEXTS)
    if (of === 'int') return dice.pick([0, -1, 2_147_483_647])
    if (of === 'float') return dice.pick(FLOATS)
    if (of === 'flag') return dice.chance(50)
    if (of === 'any') return dice.pick(ANY)
    if (of === 'kind') return dice.pick(['A', 'B', 'C'])
    if (of === 'mood')
      return asked.length === 1 && !safe && !isShared ? dice.pick(['CALM', `MOOD_${asked[0]}`]) : 'CALM'
    if (of === 'place') return this.#place(safe ?? false)
    return this.#object(of, asked)
  }

  #place(safe: boolean): Entity {
    const dice = this.#dice
    const spot = dice.chance(80) ? { x: dice.pick(FLOATS) } : null
    const city = !safe && dice.chance(8) ? this.#failure : dice.pick([...TEXTS, null])
    return { city, zip: !safe && dice.chance(5) ? null : dice.roll(100), spot }
  }

  #object(of: string, asked: readonly string[]): Entity | null {
    const { entities, found } = this.#model
    const names = entities.map(({ name }) => name)
    const types: readonly string[] =
      of === 'Node'
        ? names
        : of === 'Media'
          ? MEDIA
          : of === 'Found'
            ? names.filter((name) => asked.every((one) => found.get(one)!.includes(name)))
            : [of]
    return types.length === 0 ? null : this.#dice.pick(this.entities[this.#dice.pick(types)]!)
  }
}

const pages = (type: string): FieldModel => ({ name: `in${type}`, of: 'int', wrap: '$', args: '', in: [] })

/** From the fields of its own object, which in its subgraph came with the representation. */
const computed = ({ name, requires = [] }: FieldModel) =>
  function (this: Entity): string {
    const values = requires.map(({ name: key }) => [key, picked(this, this[key])] as const)
    return `${name} from ${sorted(Object.fromEntries(values))}`
  }

/** Of a place its city, of an entity its id, whatever else came along. A field with arguments has their defaults. */
function picked(entity: Entity, value: unknown): unknown {
  if (typeof value === 'function') return (value as (given: object) => unknown).call(entity, { n: 2 })
  if (Array.isArray(value)) return value.map((item) => picked(entity, item))
  if (typeof value !== 'object' || value === null) return value ?? null
  if ('city' in value) return { city: value.city }
  return 'id' in value ? { id: value.id } : value
}

/** JSON with the keys of objects in one order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, below: unknown) =>
    typeof below === 'object' && below !== null && !Array.isArray(below)
      ? Object.fromEntries(Object.entries(below).sort(([a], [b]) => (a < b ? -1 : 1)))
      : below,
  )
