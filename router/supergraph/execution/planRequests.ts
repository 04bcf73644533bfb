import type { FetchNode } from '@apollo/query-planner'
import { compileContextValues, type ContextValues } from './contextValues.ts'
import { ENTITIES, readFetchText, REPRESENTATIONS, type FetchText } from './fetchText.ts'
import type { Condition, PlacedFetch } from './placeFetches.ts'
import type { EntityList } from './planRun.ts'
import { compileRepresentations, type Representations } from './representation.ts'
import { compileRewrites, type Rewrite } from './rewrites.ts'
import type { DataPath } from './targets.ts'
import type { TypeTest } from './typeTest.ts'

/** Where the objects stand that a fetch is for, and when it is made. */
export interface Place {
  readonly path: DataPath
  readonly conditions: readonly Condition[]
}

/** A text that a subgraph gets, and the client's variables that go with it. */
export interface Query {
  readonly text: string
  readonly variables: readonly string[]
}

/** A fetch of what stands at the top of a subgraph's schema. */
export interface RootFetch {
  readonly kind: 'root'
  readonly subgraph: string
  readonly place: Place
  readonly query: Query
  readonly text: FetchText
  readonly rewriteOutput: Rewrite | undefined
  readonly composite: ReadonlySet<string>
}

/** One `_entities` field of a request: what it selects, and all places whose entities get it. */
export interface EntitySlot {
  readonly alias: string
  /** The name of the variable that takes the representations. */
  readonly variable: string
  readonly places: readonly Place[]
  readonly representations: Representations
  readonly rewriteOutput: Rewrite | undefined
  readonly composite: ReadonlySet<string>
  readonly renamed: ReadonlyMap<string, string>
  /** For a request of this slot alone. */
  readonly alone: Query
  readonly context: ContextValues | undefined
}

/** Fetches of entities from one subgraph that go out together. */
export interface EntityFetch {
  readonly kind: 'entities'
  readonly subgraph: string
  readonly slots: readonly EntitySlot[]
  readonly lists: readonly EntityList[]
  /** All slots in one request; undefined where there is one. */
  readonly together: Query | undefined
}

/** The entities of one request at most: longer documents cost the subgraph more than another request. */
const MAX_SLOTS = 16

export function rootFetch({ node, path, conditions }: PlacedFetch, isOfType: TypeTest): RootFetch {
  const text = readFetchText(node.operation)
  return {
    kind: 'root',
    subgraph: node.serviceName,
    place: { path, conditions },
    query: { text: text.text, variables: node.variableUsages ?? [] },
    text,
    rewriteOutput: compileRewrites(node.outputRewrites, isOfType),
    composite: compositeKeys(text, renamedKeys(node)),
  }
}

/** May these be sent as one? They are from one subgraph and one level. */
export const fitTogether = (fetches: readonly PlacedFetch[], one: PlacedFetch): boolean =>
  fetches.length < MAX_SLOTS && ![...fetches, one].some(({ node }) => node.contextRewrites?.length)

/** `fetches`: of one subgraph, all with representations. Those that select the same share a slot. */
export function entityFetch(fetches: readonly PlacedFetch[], isOfType: TypeTest): EntityFetch {
  const alike = new Map<string, PlacedFetch[]>()
  for (const fetch of fetches) {
    const { operation, requires, inputRewrites, outputRewrites } = fetch.node
    // The name of the operation differs from fetch to fetch.
    const selection = operation.slice(operation.indexOf('{'))
    const key = JSON.stringify([selection, requires, inputRewrites, outputRewrites])
    alike.set(key, [...(alike.get(key) ?? []), fetch])
  }
  const groups = [...alike.values()]
  const texts = groups.map(([first]) => readFetchText(first!.node.operation))
  const used = new Set(texts.flatMap(({ definitions }) => [...definitions.keys()]))
  const slots = groups.map((group, index) =>
    entitySlot(group, texts[index]!, groups.length === 1 ? undefined : slotNames(index, used), isOfType),
  )
  return {
    kind: 'entities',
    subgraph: fetches[0]!.node.serviceName,
    slots,
    lists: slots.map(({ alias, variable }) => ({ variable, key: alias })),
    together: slots.length === 1 ? undefined : mergedQuery(slots, texts),
  }
}

interface SlotNames {
  alias: string
  variable: string
}

function slotNames(index: number, used: ReadonlySet<string>): SlotNames {
  let variable = `r${index}`
  while (used.has(variable)) variable += '_'
  return { alias: `_${index}`, variable }
}

function entitySlot(
  fetches: readonly PlacedFetch[],
  text: FetchText,
  names: SlotNames = { alias: ENTITIES, variable: REPRESENTATIONS },
  isOfType: TypeTest,
): EntitySlot {
  const { node } = fetches[0]!
  const renamed = renamedKeys(node)
  return {
    ...names,
    places: fetches.map(({ path, conditions }) => ({ path, conditions })),
    representations: compileRepresentations(node.requires ?? [], node.inputRewrites, isOfType),
    rewriteOutput: compileRewrites(node.outputRewrites, isOfType),
    renamed,
    composite: compositeKeys(text, renamed),
    alone: { text: text.text, variables: node.variableUsages ?? [] },
    context: node.contextRewrites?.length ? compileContextValues(node.contextRewrites, isOfType) : undefined,
  }
}

/** The client's keys, by those that the planner put in their place to keep fields apart. */
function renamedKeys({ outputRewrites = [] }: FetchNode): Map<string, string> {
  return new Map(
    outputRewrites.flatMap((rewrite) =>
      rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1)!, rewrite.renameKeyTo] as const] : [],
    ),
  )
}

const compositeKeys = ({ composite }: FetchText, renamed: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([...composite].map((key) => renamed.get(key) ?? key))

function mergedQuery(slots: readonly EntitySlot[], texts: readonly FetchText[]): Query {
  const definitions = new Map(texts.flatMap((text) => [...text.definitions]))
  const variables = [...slots.map(({ variable }) => `$${variable}:[_Any!]!`), ...definitions.values()]
  const fields = slots.map(
    ({ alias, variable }, index) => `${alias}:_entities(representations:$${variable})${texts[index]!.selection}`,
  )
  const text = `query(${variables.join()}){${fields.join(' ')}}`
  return { text, variables: [...new Set(slots.flatMap(({ alone }) => alone.variables))] }
}
