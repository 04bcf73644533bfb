import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { tables, type Transaction } from '../../platform/database/index.ts'
import type { PublishedChange, PublishedSubgraph, Registry, Signature } from './registry.ts'
import { currentNumber } from './versions.ts'

const { registryApprovals, registryEnvironments, registrySchemas, registryVersions } = tables

export interface NewVersion {
  environment: string
  /** The version on which this one was checked: another one in between, and nothing is added. */
  after: number
  subgraphs: readonly PublishedSubgraph[]
  supergraph: string
  changes: readonly PublishedChange[]
  restores?: number
  signature: Signature
}

export const hashOf = (sdl: string): string => createHash('sha256').update(sdl).digest('hex')

/**
 * One publication at a time, also the first of an environment. The row is written, not inserted where it is missing: MySQL would then
 * let all who find it share a lock, and each wait for the others to give it up.
 */
const lockEnvironment = (tx: Transaction, name: string, updatedAt: number): Promise<void> =>
  tx.dialect.upsert(tx, registryEnvironments, { name, current: 0, updatedAt }, { name })

/**
 * Makes a version the one that routers get. Undefined: another one came in between, and this one must be checked again.
 * Approvals that it made use of are spent: they were for this change, at this time.
 */
export async function addVersion(registry: Registry, version: NewVersion): Promise<number | undefined> {
  const { environment, after, subgraphs, supergraph, changes, restores, signature } = version
  const createdAt = Date.now()
  const texts = [...subgraphs.map(({ sdl }) => sdl), supergraph]
  const spent = changes.filter(({ approval }) => approval).flatMap(({ id }) => id ?? [])
  return registry.transaction(async (tx) => {
    await lockEnvironment(tx, environment, createdAt)
    if ((await currentNumber(tx, environment)) !== after) return undefined
    const number = after + 1
    const schemas = new Map(texts.map((sdl) => [hashOf(sdl), sdl]))
    for (const [hash, sdl] of schemas) await tx.dialect.insertIgnore(tx, registrySchemas, { hash, sdl })
    await tx.insert(registryVersions).values({
      ...{ environment, number, createdAt, ...signature },
      subgraphs: Object.fromEntries(subgraphs.map(({ name, url, sdl }) => [name, { url, hash: hashOf(sdl) }])),
      supergraphHash: hashOf(supergraph),
      changes: [...changes],
      ...(restores === undefined ? {} : { restores }),
    })
    await tx
      .update(registryEnvironments)
      .set({ current: number, updatedAt: createdAt })
      .where(eq(registryEnvironments.name, environment))
    if (spent.length > 0) {
      await tx
        .delete(registryApprovals)
        .where(and(eq(registryApprovals.environment, environment), inArray(registryApprovals.changeId, spent)))
    }
    return number
  })
}
