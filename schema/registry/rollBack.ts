import { CouldNotRun, WrongUse } from '../command/faults.ts'
import { compareApis } from '../changes/compareApis.ts'
import { addVersion } from './addVersion.ts'
import { stateOf } from './publish.ts'
import type { PublishedChange, Registry, Signature, Version } from './registry.ts'
import { readCurrent, readSupergraph, readVersion } from './versions.ts'

const ATTEMPTS = 10

/**
 * Brings an earlier version back, as a new one: the history only grows. Without `to`, the version before the one that is
 * served; after a rollback, the one before that which the rollback brought back.
 * @throws WrongUse  there is no such version
 */
export async function rollBack(
  registry: Registry,
  { environment, to, signature }: { environment: string; to: number | undefined; signature: Signature },
): Promise<{ number: number; restores: number; changes: readonly PublishedChange[] }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const current = await readCurrent(registry, environment)
    if (!current) throw new WrongUse(`Nothing was published to ${environment} yet: there is nothing to roll back.`)
    const target = await targetOf(registry, current, to)
    const changes = await changesBetween(current, target)
    const number = await addVersion(registry, {
      ...{ environment, subgraphs: target.subgraphs, changes, signature },
      after: current.number,
      supergraph: await readSupergraph(registry, target),
      restores: target.restores ?? target.number,
    })
    if (number !== undefined) return { number, restores: target.restores ?? target.number, changes }
  }
  throw new CouldNotRun(`Others published to ${environment} ${ATTEMPTS} times in between. Try again.`)
}

async function targetOf(registry: Registry, current: Version, to: number | undefined): Promise<Version> {
  const wanted = to ?? (current.restores ?? current.number) - 1
  if (wanted === current.number) throw new WrongUse(`Version ${wanted} is the one that is served.`)
  const target = wanted < 1 ? undefined : await readVersion(registry, current.environment, wanted)
  if (target) return target
  throw new WrongUse(
    to === undefined
      ? `Version ${current.restores ?? current.number} of ${current.environment} is the first: there is none before it.`
      : `${current.environment} has no version ${to}: there are 1 to ${current.number}.`,
  )
}

async function changesBetween(before: Version, after: Version): Promise<PublishedChange[]> {
  const [older, newer] = [stateOf(before).api, stateOf(after).api]
  if (!older || !newer) return []
  const changes = await compareApis(older, newer)
  return changes.map(({ id, criticality, coordinate, message }) => ({ id, criticality, coordinate, message }))
}
