import { and, desc, eq } from 'drizzle-orm'
import { tables } from '../../platform/database/index.ts'
import type { Approval } from '../check/judge.ts'
import type { Registry } from './registry.ts'

const { registryApprovals } = tables

export interface GivenApproval extends Approval {
  changeId: string
  createdAt: number
}

/** The newest first. */
export async function listApprovals(registry: Registry, environment: string): Promise<GivenApproval[]> {
  const rows = await registry
    .select()
    .from(registryApprovals)
    .where(eq(registryApprovals.environment, environment))
    .orderBy(desc(registryApprovals.createdAt))
  return rows.map(({ changeId, author, reason, createdAt }) => ({ changeId, by: author, reason, createdAt }))
}

export async function approvalsById(registry: Registry, environment: string): Promise<Map<string, Approval>> {
  const given = await listApprovals(registry, environment)
  return new Map(given.map(({ changeId, by, reason }) => [changeId, { by, reason }]))
}

/** Lets a change pass in an environment, until a version has made use of it. Again: the newer reason counts. */
export async function approve(
  registry: Registry,
  environment: string,
  changeId: string,
  { by, reason }: Approval,
): Promise<void> {
  const given = { author: by, reason, createdAt: Date.now() }
  await registry.transaction((tx) =>
    tx.dialect.upsert(tx, registryApprovals, { environment, changeId, ...given }, given),
  )
}

/** False: there was no such approval. */
export async function withdraw(registry: Registry, environment: string, changeId: string): Promise<boolean> {
  const [{ affectedRows }] = await registry
    .delete(registryApprovals)
    .where(and(eq(registryApprovals.environment, environment), eq(registryApprovals.changeId, changeId)))
  return affectedRows > 0
}
