import { and, desc, eq, inArray } from 'drizzle-orm'
import { tables } from '../../platform/database/index.ts'
import type { Queries } from '../../platform/database/index.ts'
import type { PublishedChange, Registry, Version, VersionSummary } from './registry.ts'

const { registryEnvironments, registrySchemas, registryVersions } = tables

type Row = typeof registryVersions.$inferSelect

/** The number of the version that is served in an environment; 0 for none. */
export async function currentNumber(queries: Queries, environment: string): Promise<number> {
  const [row] = await queries
    .select({ current: registryEnvironments.current })
    .from(registryEnvironments)
    .where(eq(registryEnvironments.name, environment))
  return row?.current ?? 0
}

/** A version with its subgraphs; undefined when there is none of that number. */
export async function readVersion(
  registry: Registry,
  environment: string,
  number: number,
): Promise<Version | undefined> {
  const [row] = await registry
    .select()
    .from(registryVersions)
    .where(and(eq(registryVersions.environment, environment), eq(registryVersions.number, number)))
  if (!row) return undefined
  const entries = Object.entries(row.subgraphs)
  const sdl = await readSchemas(
    registry,
    entries.map(([, { hash }]) => hash),
  )
  const subgraphs = entries.map(([name, { url, hash }]) => ({ name, url, sdl: sdl.get(hash)! }))
  return { ...summaryOf(row), subgraphs: subgraphs.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

/** What is served in an environment now. */
export async function readCurrent(registry: Registry, environment: string): Promise<Version | undefined> {
  const number = await currentNumber(registry, environment)
  return number === 0 ? undefined : readVersion(registry, environment, number)
}

/** The newest first. */
export async function listVersions(registry: Registry, environment: string, limit: number): Promise<VersionSummary[]> {
  const rows = await registry
    .select()
    .from(registryVersions)
    .where(eq(registryVersions.environment, environment))
    .orderBy(desc(registryVersions.number))
    .limit(limit)
  return rows.map(summaryOf)
}

export async function listEnvironments(registry: Registry): Promise<string[]> {
  const rows = await registry.select({ name: registryEnvironments.name }).from(registryEnvironments)
  return rows.map(({ name }) => name).sort()
}

/** The composed schema of a version, as routers get it. */
export async function readSupergraph(registry: Registry, { supergraphHash }: VersionSummary): Promise<string> {
  return (await readSchemas(registry, [supergraphHash])).get(supergraphHash)!
}

async function readSchemas(queries: Queries, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map()
  const rows = await queries
    .select()
    .from(registrySchemas)
    .where(inArray(registrySchemas.hash, [...hashes]))
  return new Map(rows.map(({ hash, sdl }) => [hash, sdl]))
}

function summaryOf({
  environment,
  number,
  restores,
  author,
  note,
  createdAt,
  changes,
  supergraphHash,
}: Row): VersionSummary {
  return {
    ...{ environment, number, author, note, createdAt, supergraphHash },
    restores: restores ?? undefined,
    changes: changes as PublishedChange[],
  }
}
