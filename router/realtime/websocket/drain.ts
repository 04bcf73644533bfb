import { setTimeout as wait } from 'node:timers/promises'
import { inGroups } from '../inGroups.ts'
import type { Connection } from './connection.ts'
import { closings } from './closeCodes.ts'

/**
 * Tells all clients to come back elsewhere, in groups spread over `ms`, so that they do not fall on the other routers in
 * one moment. What was written before goes out first. Resolves when all are gone, at the latest `closeTimeoutMs` later.
 */
export async function drain(connections: ReadonlySet<Connection>, ms: number, closeTimeoutMs: number): Promise<void> {
  await inGroups(connections, ms, (connection) => connection.close(closings.restart))
  const end = performance.now() + closeTimeoutMs
  while (connections.size > 0 && performance.now() < end) await wait(10)
  for (const connection of connections) connection.terminate()
}
