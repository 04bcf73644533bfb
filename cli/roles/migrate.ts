import { existsSync } from 'node:fs'
import { migrate } from '../../platform/database/index.ts'
import type { Foundation } from '../foundation.ts'

/**
 * Brings the databases to the schema of this version; resolves with the lines to print. The schema registry is among them
 * where there is one: on a server of its own, or in a file that a first `parley schema publish` has made.
 */
export async function migrateAll(foundation: Foundation): Promise<string[]> {
  const lines: string[] = []
  const registry = foundation.config.databases.registry
  const hasRegistry = registry.startsWith('mysql:') || existsSync(new URL(registry))
  for (const name of ['users', 'conversations', ...(hasRegistry ? (['registry'] as const) : [])] as const) {
    const ran = await migrate(await foundation.reachedDatabase(name))
    lines.push(`${name}: ${ran.length === 0 ? 'up to date' : ran.join(', ')}`)
  }
  return lines
}
