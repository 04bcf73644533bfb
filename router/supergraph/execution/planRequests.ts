import type { FetchNode } from '@apollo/query-planner'
import { compileContextValues, type ContextValues } from './contextValues.ts'
import { ENTITIES, keyOf, readFetchText, REPRESENTATIONS, type FetchText } from './fetchText.ts'
import type { Merging } from './mergeInto.ts'
import { isRootQuery, type Condition, type PlacedFetch } from './placeFetches.ts'
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
  /** Under which its fields stand in the answer. */
  readonly keys: ReadonlySet<string>
  readonly rewriteOutput: Rewrite | undefined
  readonly merging: Merging
}

/** One `_entities` field of a request: what it selects, and all places whose entities get it. */
export interface EntitySlot {
  readonly alias: string
  /** The name of the variable that takes the representations. */
  readonly variable: string
  readonly places: readonly Place[]
  readonly representations: Representations
  readonly rewriteOutput: Rewrite | undefined
  readonly merging: Merging
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
  /** What goes along from the top of the subgraph's schema; by itself where no entity is to be asked for. */
  readonly root: RootFetch | undefined
  /** All of it in one request; undefined where it is one slot. */
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
    keys: new Set(text.fields.map(keyOf)),
    rewriteOutput: compileRewrites(node.outputRewrites, isOfType),
    merging: { composite: compositeKeys(text, renamedKeys(node)), isOfType },
  }
}

/** May these be sent as one? They are from one subgraph and one level. */
export function fitTogether(fetches: readonly PlacedFetch[], one: PlacedFetch): boolean {
  const all = [...fetches, one]
  return (
    all.length <= MAX_SLOTS &&
    !all.some(({ node }) => node.contextRewrites?.length) &&
    all.filter(isRootQuery).length <= 1
  )
}

/** `fetches`: of one subgraph. Those with representations that select the same share a slot; one may have none. */
export function entityFetch(fetches: readonly PlacedFetch[], isOfType: TypeTest): EntityFetch {
  const alike = new Map<string, PlacedFetch[]>()
  for (const fetch of fetches) {
    if (!fetch.node.requires) continue
    const { operation, requires, inputRewrites, outputRewrites } = fetch.node
    // The name of the operation differs from fetch to fetch.
    const selection = operation.slice(operation.indexOf('{'))
    const key = JSON.stringify([selection, requires, inputRewrites, outputRewrites])
    alike.set(key, [...(alike.get(key) ?? []), fetch])
  }
  const groups = [...alike.values()]
  const texts = groups.map(([first]) => readFetchText(first!.node.operation))
  const atTop = fetches.find(({ node }) => !node.requires)
  const root = atTop && rootFetch(atTop, isOfType)
  const isOneSlot = groups.length === 1 && !root
  const used = new Set([...texts, ...(root ? [root.text] : [])].flatMap(({ definitions }) => [...definitions.keys()]))
  const slots = groups.map((group, index) =>
    entitySlot(group, texts[index]!, isOneSlot ? undefined : slotNames(index, used, root), isOfType),
  )
  return {
    kind: 'entities',
    subgraph: fetches[0]!.node.serviceName,
    slots,
    lists: slots.map(({ alias, variable }) => ({ variable, key: alias })),
    root,
    together: isOneSlot ? undefined : mergedQuery(slots, texts, root),
  }
}

interface SlotNames {
  alias: string
  variable: string
}

function slotNames(index: number, used: ReadonlySet<string>, root: RootFetch | undefined): SlotNames {
  let variable = `r${index}`
  while (used.has(variable)) variable += '_'
  let alias = `_${index}`
  while (root?.keys.has(alias)) alias += '_'
  return { alias, variable }
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
    merging: { composite: compositeKeys(text, renamed), isOfType },
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

function mergedQuery(slots: readonly EntitySlot[], texts: readonly FetchText[], root: RootFetch | undefined): Query {
  const definitions = new Map([...texts, ...(root ? [root.text] : [])].flatMap((text) => [...text.definitions]))
  const variables = [...slots.map(({ variable }) => `$${variable}:[_Any!]!`), ...definitions.values()]
  const fields = slots.map(
    ({ alias, variable }, index) => `${alias}:_entities(representations:$${variable})${texts[index]!.selection}`,
  )
  const text = `query(${variables.join()}){${[...(root ? [root.text.top] : []), ...fields].join(' ')}}`
  const names = [...slots.flatMap(({ alone }) => alone.variables), ...(root?.query.variables ?? [])]
  return { text, variables: [...new Set(names)] }
}
