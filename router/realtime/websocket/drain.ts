import { setTimeout as wait } from 'node:timers/promises'
import type { Connection } from './connection.ts'
import { closings } from './closeCodes.ts'

/** So many may be told in the same moment. */
const atOnce = 100
const stepMs = 50

/**
 * Tells all clients to come back elsewhere, in groups spread over `ms`, so that they do not fall on the other routers in
 * one moment. What was written before goes out first. Resolves when all are gone, at the latest `closeTimeoutMs` later.
 */
export async function drain(connections: ReadonlySet<Connection>, ms: number, closeTimeoutMs: number): Promise<void> {
  const steps = connections.size > atOnce ? Math.max(1, Math.floor(ms / stepMs)) : 1
  const perStep = Math.ceil(connections.size / steps)
  let told = 0
  for (const connection of [...connections]) {
    connection.close(closings.restart)
    if (++told % perStep === 0 && steps > 1) await wait(stepMs)
  }
  const end = performance.now() + closeTimeoutMs
  while (connections.size > 0 && performance.now() < end) await wait(10)
  for (const connection of connections) connection.terminate()
}
