import type { GraphQLFormattedError } from 'graphql'
import type { SubgraphResult } from '../../../platform/subgraph/subgraph.ts'
import { isData, ownValue, setOwn, type Data } from './data.ts'
import { addEntityErrors, addRootErrors, type AskedBatch } from './fetchErrors.ts'
import { mergeInto, type Merging } from './mergeInto.ts'
import type { RootFetch } from './planRequests.ts'
import type { PlanRun } from './planRun.ts'

/** Merges what was answered from the top of a subgraph's schema into each of `targets`. */
export function takeRoot(run: PlanRun, fetch: RootFetch, targets: readonly Data[], result: SubgraphResult): void {
  const { data } = result
  const errors = complaints(result, isData(data))
  if (errors.length > 0) addRootErrors(run, fetch, errors)
  if (!isData(data)) return
  fetch.rewriteOutput?.(data)
  mergeAnswer(run, targets, data, fetch.merging)
}

/** Merges the answered entities of these batches into the objects that they are for. */
export function takeEntities(run: PlanRun, asked: readonly AskedBatch[], result: SubgraphResult): void {
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
      mergeAnswer(run, batch.targets[index]!, entity, batch.slot.merging)
    })
  })
}

/** Both, of one answer: each part has its own errors, and those without a place. */
export function takeAll(run: PlanRun, root: RootFetch, asked: readonly AskedBatch[], result: SubgraphResult): void {
  const { data, errors } = result
  const isOfRoot = ({ path }: GraphQLFormattedError) => root.keys.has(String(path?.[0]))
  const told = said(errors)
  takeEntities(run, asked, { ...result, errors: told.filter((error) => !isOfRoot(error)) })
  takeRoot(run, root, [run.data], {
    ...(isData(data) ? { data: pick(data, root.keys) } : {}),
    errors: told.filter((error) => isOfRoot(error) || !error.path?.length),
  })
}

function pick(data: Data, keys: Iterable<string>): Data {
  const picked: Data = {}
  for (const key of keys) setOwn(picked, key, ownValue(data, key))
  return picked
}

/** What a subgraph said, or what is to be said of an answer that is none. */
function complaints({ errors }: SubgraphResult, complete: boolean): readonly GraphQLFormattedError[] {
  const told = said(errors)
  if (told.length > 0 || complete) return told
  return [{ message: 'The answer of a subgraph is not what was asked for.' }]
}

/** The errors of an answer, which may hold anything. */
const said = (errors: unknown): readonly GraphQLFormattedError[] =>
  Array.isArray(errors) ? (errors.filter(isData) as unknown as GraphQLFormattedError[]) : []

/** What stands in several places is shared between them, unless what comes below may differ. */
function mergeAnswer({ hasContext }: PlanRun, targets: readonly Data[], answer: Data, merging: Merging): void {
  for (let i = 0; i < targets.length; i++) {
    mergeInto(targets[i]!, hasContext && i < targets.length - 1 ? structuredClone(answer) : answer, merging)
  }
}
