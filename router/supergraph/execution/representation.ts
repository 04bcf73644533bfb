import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner'
import { quote } from '../projection/quote.ts'
import { isData, ownValue, setOwn, type Data } from './data.ts'
import { compileRewrites } from './rewrites.ts'
import type { TypeTest } from './typeTest.ts'

/** What a subgraph gets to know of an entity (`_Any` of the federation specification). */
export interface Representations {
  /** As JSON, with keys in one order: equal entities have equal texts. Undefined where a part of it is missing. */
  textOf(entity: Data): string | undefined
  /** The same as data. To be called where `textOf` gave a text. */
  dataOf(entity: Data): Data
}

interface Part {
  readonly key: string
  /** `,"key":`, or with `{` where it is the first. */
  readonly label: string
  readonly below: Shape | undefined
}

/** What is taken of an object, by its `__typename`. */
interface Shape {
  partsOf(typename: unknown): readonly Part[]
}

export function compileRepresentations(
  requires: readonly QueryPlanSelectionNode[],
  inputRewrites: readonly FetchDataRewrite[] | undefined,
  isOfType: TypeTest,
): Representations {
  const shape = compileShape(requires, isOfType)
  const rewrite = compileRewrites(inputRewrites, isOfType)
  const textOf = (entity: Data) => (isMissing(entity, shape) ? undefined : writeObject(entity, shape))
  if (!rewrite) return { textOf, dataOf: (entity) => copyObject(entity, shape) }
  const dataOf = (entity: Data) => {
    const data = copyObject(entity, shape)
    rewrite(data)
    return data
  }
  return { dataOf, textOf: (entity) => (isMissing(entity, shape) ? undefined : JSON.stringify(dataOf(entity))) }
}

function compileShape(selections: readonly QueryPlanSelectionNode[], isOfType: TypeTest): Shape {
  const known = new Map<unknown, readonly Part[]>()
  return {
    partsOf(typename) {
      let parts = known.get(typename)
      if (!parts) known.set(typename, (parts = compileParts(selections, typename, isOfType)))
      return parts
    },
  }
}

function compileParts(selections: readonly QueryPlanSelectionNode[], typename: unknown, isOfType: TypeTest): Part[] {
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
  return [...fields].map(([key, below], index) => ({
    key,
    label: `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`,
    below: below && compileShape(below, isOfType),
  }))
}

/** Without its type, or one of its fields, an entity cannot be asked for. */
function isMissing(entity: Data, shape: Shape): boolean {
  const typename = entity['__typename']
  if (typeof typename !== 'string') return true
  const parts = shape.partsOf(typename)
  return parts.length === 0 || parts.some(({ key }) => ownValue(entity, key) === undefined)
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
