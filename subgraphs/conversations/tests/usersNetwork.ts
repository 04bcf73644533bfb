import type { SubgraphClient } from '../../../platform/subgraph/index.ts'

/** The network's far end: answers `_entities` for the users it knows, as the users subgraph does. */
export class UsersNetwork implements SubgraphClient {
  readonly known = new Set<string>()
  /** Between whom and everyone else a block stands. */
  readonly blocked = new Set<string>()
  /** Whose account is deleted. */
  readonly deleted = new Set<string>()
  /** Who answers for which bot. */
  readonly owners = new Map<string, string>()
  /** The tokens that came, and how many users each asked for. */
  readonly asked: { authorization: string | undefined; users: number }[] = []
  reachable = true

  async execute({ variables, authorization }: Parameters<SubgraphClient['execute']>[0]) {
    if (!this.reachable) return { errors: [{ message: 'no connection', extensions: { code: 'UNAVAILABLE' } }] }
    const references = variables!['users'] as { id: string }[]
    this.asked.push({ authorization, users: references.length })
    const entity = ({ id }: { id: string }) => {
      if (!this.known.has(id)) return null
      const owner = this.owners.has(id) ? { id: this.owners.get(id) } : null
      const contactable = !this.blocked.has(id)
      return { id, createdAt: '2026-01-01T00:00:00.000Z', contactable, isDeleted: this.deleted.has(id), owner }
    }
    return { data: { _entities: references.map(entity) } }
  }
}
