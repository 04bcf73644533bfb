import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { tables, type Transaction } from '../../platform/database/index.ts'
import type { RecordedOperation } from '../../router/usage/recordedOperation.ts'
import { daysAgo, type UsageCount, type UsageStore } from '../usage/usageStore.ts'
import type { Registry } from './registry.ts'

const { registryOperations, registryUsage } = tables

/** Counts of an environment in the registry, kept for so many days. */
export function registryUsageStore(registry: Registry, environment: string, keepDays: number): UsageStore {
  let cleaned = ''
  return {
    async add(counts) {
      if (counts.length === 0) return
      await registry.transaction(async (tx) => {
        await addOperations(tx, environment, counts)
        // Always in one order, so that routers which write at once do not wait for each other in a circle.
        for (const count of counts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
          await addCount(tx, environment, count)
        }
      })
      const today = daysAgo(0)
      if (cleaned === today || keepDays === Infinity) return
      await registry.delete(registryUsage).where(lt(registryUsage.day, daysAgo(keepDays)))
      await registry.delete(registryOperations).where(lt(registryOperations.lastDay, daysAgo(keepDays)))
      cleaned = today
    },

    async since(day) {
      const rows = await registry
        .select()
        .from(registryUsage)
        .where(and(eq(registryUsage.environment, environment), gte(registryUsage.day, day)))
      const operations = await readOperations(registry, environment, day)
      return rows.flatMap(({ day: on, hash, clientName, clientVersion, requests }) => {
        const operation = operations.get(hash)
        return operation ? [{ day: on, operation, client: { name: clientName, version: clientVersion }, requests }] : []
      })
    },
  }
}

const keyOf = ({ day, operation, client }: UsageCount) => `${day} ${operation.hash} ${client.name} ${client.version}`

async function addOperations(tx: Transaction, environment: string, counts: readonly UsageCount[]): Promise<void> {
  const newest = new Map<string, { operation: RecordedOperation; lastDay: string }>()
  for (const { operation, day } of counts) {
    const known = newest.get(operation.hash)
    if (!known || known.lastDay < day) newest.set(operation.hash, { operation, lastDay: day })
  }
  const hashes = [...newest.keys()].sort()
  const known = await tx
    .select({ hash: registryOperations.hash, coordinates: registryOperations.coordinates })
    .from(registryOperations)
    .where(and(eq(registryOperations.environment, environment), inArray(registryOperations.hash, hashes)))
  for (const hash of hashes) {
    const { operation, lastDay } = newest.get(hash)!
    // A schema that has changed since may let the same text use more; and "others" stands for many operations.
    const before = known.find((row) => row.hash === hash)?.coordinates ?? []
    const coordinates = [...new Set([...before, ...operation.coordinates])]
    const { name, text } = operation
    await tx.dialect.upsert(
      tx,
      registryOperations,
      { environment, hash, name, text, coordinates, lastDay },
      { coordinates, lastDay },
    )
  }
}

const addCount = (tx: Transaction, environment: string, { day, operation, client, requests }: UsageCount) =>
  tx.dialect.upsert(
    tx,
    registryUsage,
    { environment, day, hash: operation.hash, clientName: client.name, clientVersion: client.version, requests },
    { requests: sql`${registryUsage.requests} + ${requests}` },
  )

async function readOperations(registry: Registry, environment: string, day: string) {
  const rows = await registry
    .select()
    .from(registryOperations)
    .where(and(eq(registryOperations.environment, environment), gte(registryOperations.lastDay, day)))
  return new Map(rows.map(({ hash, name, text, coordinates }) => [hash, { hash, name, text, coordinates }]))
}
