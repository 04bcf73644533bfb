import { migrate } from '../../platform/database/index.ts'
import type { Foundation } from '../foundation.ts'

/** Brings both databases to the schema of this version; resolves with the lines to print. */
export async function migrateAll(foundation: Foundation): Promise<string[]> {
  const lines: string[] = []
  for (const name of ['users', 'conversations'] as const) {
    const ran = await migrate(foundation.database(name))
    lines.push(`${name}: ${ran.length === 0 ? 'up to date' : ran.join(', ')}`)
  }
  return lines
}
