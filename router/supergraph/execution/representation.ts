import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner'
import { quote } from '../projection/quote.ts'
import { isData, ownValue, setOwn, type Data } from './data.ts'
import { compileRewrites } from './rewrites.ts'
import type { TypeTest } from './typeTest.ts'

/** What a subgraph gets to know of an entity (`_Any` of the federation specification). */
export interface Representations {
  /**
   * Equal for entities of one type that have equal representations. Undefined where a part of it is missing: then the
   * entity cannot be asked for.
   */
  keyOf(entity: Data): unknown
  /** To be called where `keyOf` gave a key. */
  dataOf(entity: Data): Data
}

interface Part {
  readonly key: string
  /** `,"key":`, or with `{` where it is the first. */
  readonly label: string
  readonly below: Shape | undefined
}

interface Parts extends ReadonlyArray<Part> {
  /** The one field that tells entities apart, where there is one. */
  readonly only?: string | undefined
}

/** What is taken of an object, by its `__typename`. */
interface Shape {
  partsOf(typename: unknown): Parts
}

export function compileRepresentations(
  requires: readonly QueryPlanSelectionNode[],
  inputRewrites: readonly FetchDataRewrite[] | undefined,
  isOfType: TypeTest,
): Representations {
  const shape = compileShape(requires, isOfType)
  const rewrite = compileRewrites(inputRewrites, isOfType)
  const dataOf = (entity: Data) => {
    const data = copyObject(entity, shape)
    rewrite?.(data)
    return data
  }
  return { keyOf: (entity) => keyOf(entity, shape), dataOf }
}

/** The value of the only field, if it is a leaf; else the whole as JSON, with keys in one order. */
function keyOf(entity: Data, shape: Shape): unknown {
  const parts = shape.partsOf(entity['__typename'])
  if (parts.length === 0) return undefined
  for (const { key } of parts) if (ownValue(entity, key) === undefined) return undefined
  const only = parts.only === undefined ? undefined : ownValue(entity, parts.only)
  return typeof only === 'string' || typeof only === 'number' ? only : writeObject(entity, shape)
}

const MAX_TYPES = 1_000

function compileShape(selections: readonly QueryPlanSelectionNode[], isOfType: TypeTest): Shape {
  const known = new Map<unknown, Parts>()
  return {
    partsOf(typename) {
      let parts = known.get(typename)
      if (!parts) {
        parts = compileParts(selections, typename, isOfType)
        // Names come from subgraphs.
        if (known.size < MAX_TYPES) known.set(typename, parts)
      }
      return parts
    },
  }
}

function compileParts(selections: readonly QueryPlanSelectionNode[], typename: unknown, isOfType: TypeTest): Parts {
  const fields = new Map<string, QueryPlanSelectionNode[] | undefined>()
  const collect = (nodes: readonly QueryPlanSelectionNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'InlineFragment') {
        if (node.typeCondition === undefined || isOfType(typename, node.typeCondition)) collect(node.selections)
        continue
      }
      const key = node.alias ?? node.name
      fields.set(key, node.selections ? [...(fields.get(key) ?? []), ...node.selections] : undefined)
    }
  }
  collect(selections)
  const parts = [...fields].map(([key, below], index) => ({
    key,
    label: `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`,
    below: below && compileShape(below, isOfType),
  }))
  const [first, ...others] = parts.filter(({ key }) => key !== '__typename')
  return Object.assign(parts, { only: others.length === 0 && !first?.below ? first?.key : undefined })
}

function writeObject(source: Data, shape: Shape): string {
  let text = ''
  for (const { key, label, below } of shape.partsOf(source['__typename']))
    text += label + writeValue(ownValue(source, key), below)
  return text === '' ? '{}' : text + '}'
}

function writeValue(value: unknown, below: Shape | undefined): string {
  if (value === undefined || value === null) return 'null'
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item, below)).join()}]`
  if (below && isData(value)) return writeObject(value, below)
  return typeof value === 'string' ? quote(value) : JSON.stringify(value)
}

function copyObject(source: Data, shape: Shape): Data {
  const copy: Data = {}
  for (const { key, below } of shape.partsOf(source['__typename']))
    setOwn(copy, key, copyValue(ownValue(source, key), below))
  return copy
}

function copyValue(value: unknown, below: Shape | undefined): unknown {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.map((item) => copyValue(item, below))
  return below && isData(value) ? copyObject(value, below) : value
}
