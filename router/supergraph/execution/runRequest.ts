import type { GraphQLFormattedError } from 'graphql'
import type { SubgraphResult } from '../../../platform/subgraph/subgraph.ts'
import { collectBatches, type Batch } from './batch.ts'
import { isData, ownValue, type Data } from './data.ts'
import { addEntityErrors, addRootErrors, type AskedBatch } from './fetchErrors.ts'
import { mergeInto } from './mergeInto.ts'
import { ENTITIES, REPRESENTATIONS } from './fetchText.ts'
import { variablesOf, type EntityList, type PlanRun } from './planRun.ts'
import type { EntityFetch, Query, RootFetch } from './planRequests.ts'
import { targetsAt } from './targets.ts'

/** Makes one request of a plan and merges its answer. Undefined where nothing is to be asked. */
export function runRequest(run: PlanRun, fetch: RootFetch | EntityFetch): Promise<void> | undefined {
  return fetch.kind === 'root' ? runRoot(run, fetch) : runEntities(run, fetch)
}

function runRoot(run: PlanRun, fetch: RootFetch): Promise<void> | undefined {
  const { path, conditions } = fetch.place
  if (!run.holds(conditions)) return undefined
  const targets = path.length === 0 ? [run.data] : targetsAt(run.data, path)
  if (targets.length === 0) return undefined
  return send(run, fetch.subgraph, fetch.query, {}).then((result) => {
    const { data } = result
    const errors = complaints(result, isData(data))
    if (errors.length > 0) addRootErrors(run, fetch, errors)
    if (!isData(data)) return
    fetch.rewriteOutput?.(data)
    mergeAnswer(run, targets, data, fetch.composite)
  })
}

function runEntities(run: PlanRun, fetch: EntityFetch): Promise<void> | undefined {
  const { subgraph, slots, together } = fetch
  const batches = slots.flatMap((slot) => collectBatches(slot, run))
  if (batches.length === 0) return undefined
  if (together && batches.length > 1) return askTogether(run, fetch, together, batches)
  const asked = batches.map((batch) => askAlone(run, subgraph, batch))
  return asked.length === 1 ? asked[0] : Promise.all(asked).then(() => undefined)
}

async function askAlone(run: PlanRun, subgraph: string, batch: Batch): Promise<void> {
  const given = { ...batch.context, [REPRESENTATIONS]: batch.representations }
  takeEntities(run, [{ batch, key: ENTITIES }], await send(run, subgraph, batch.slot.alone, given, alone))
}

/** A slot that has nothing to ask sends an empty list: so the text, which the subgraph has checked, stays one. */
async function askTogether(
  run: PlanRun,
  { subgraph, slots, lists }: EntityFetch,
  query: Query,
  batches: readonly Batch[],
): Promise<void> {
  const given: Record<string, unknown> = {}
  for (const { variable } of slots) given[variable] = []
  for (const { slot, representations } of batches) given[slot.variable] = representations
  const asked = batches.map((batch) => ({ batch, key: batch.slot.alias }))
  takeEntities(run, asked, await send(run, subgraph, query, given, lists))
}

const alone: readonly EntityList[] = [{ variable: REPRESENTATIONS, key: ENTITIES }]

function send(
  run: PlanRun,
  subgraph: string,
  query: Query,
  given: Record<string, unknown>,
  entities?: readonly EntityList[],
): Promise<SubgraphResult> {
  const variables = query.variables.length > 0 ? { ...variablesOf(run, query.variables), ...given } : given
  return run.ask(subgraph, { query: query.text, variables, ...(entities ? { entities } : {}) })
}

function takeEntities(run: PlanRun, asked: readonly AskedBatch[], result: SubgraphResult): void {
  const { data } = result
  const lists = asked.map(({ batch, key }) => {
    const list = isData(data) ? ownValue(data, key) : undefined
    return Array.isArray(list) && list.length === batch.representations.length ? (list as unknown[]) : undefined
  })
  const errors = complaints(result, !lists.includes(undefined))
  // Before anything moves: places are found by the objects that stand there.
  if (errors.length > 0) addEntityErrors(run, asked, errors)
  asked.forEach(({ batch }, at) => {
    lists[at]?.forEach((entity, index) => {
      if (!isData(entity)) return
      batch.slot.rewriteOutput?.(entity)
      mergeAnswer(run, batch.targets[index]!, entity, batch.slot.composite)
    })
  })
}

/** What a subgraph said, or what is to be said of an answer that is none. */
function complaints({ errors }: SubgraphResult, complete: boolean): readonly GraphQLFormattedError[] {
  const said = Array.isArray(errors) ? errors.filter(isData) : []
  if (said.length > 0 || complete) return said as unknown as GraphQLFormattedError[]
  return [{ message: 'The answer of a subgraph is not what was asked for.' }]
}

/** What stands in several places is shared between them, unless what comes below may differ. */
function mergeAnswer(
  { hasContext }: PlanRun,
  targets: readonly Data[],
  answer: Data,
  composite: ReadonlySet<string>,
): void {
  for (let i = 0; i < targets.length; i++) {
    mergeInto(targets[i]!, hasContext && i < targets.length - 1 ? structuredClone(answer) : answer, composite)
  }
}
