import type { Finding } from '../report/finding.ts'
import type { FederatedSubgraph, FederatedType } from './readFederated.ts'

/** What is wrong with entities as they stand, though each subgraph may be right by itself. */
export function entityRules(subgraphs: readonly FederatedSubgraph[]): Finding[] {
  const byType = new Map<string, { subgraph: FederatedSubgraph; type: FederatedType }[]>()
  for (const subgraph of subgraphs) {
    for (const type of subgraph.types.values()) {
      if (type.isRoot) continue
      const known = byType.get(type.name)
      if (known) known.push({ subgraph, type })
      else byType.set(type.name, [{ subgraph, type }])
    }
  }
  return [...byType.values()].flatMap((definitions) => {
    const withKey = definitions.find(({ type }) => type.keys.length > 0)
    if (!withKey) return []
    return definitions
      .filter(({ type }) => type.keys.length === 0 && ownFields(type, withKey.type).length > 0)
      .map(({ subgraph, type }): Finding => {
        const own = ownFields(type, withKey.type)
        return {
          level: 'warning',
          kind: 'federation',
          rule: 'ENTITY_WITHOUT_KEY',
          coordinate: type.name,
          message:
            `${type.name} is an entity in "${withKey.subgraph.name}", and has no @key in "${subgraph.name}": ` +
            `${own.map((name) => `${type.name}.${name}`).join(', ')} can be reached from fields of "${subgraph.name}" only.`,
          remedy: `Add @key(fields: "${withKey.type.keys[0]}") to ${type.name} in "${subgraph.name}", with a resolver of its reference.`,
          at: type.at,
        }
      })
  })
}

/** What it resolves beyond what the entity has elsewhere. */
const ownFields = (type: FederatedType, entity: FederatedType): string[] =>
  [...type.fields].filter(([name, { isExternal }]) => !isExternal && !entity.fields.has(name)).map(([name]) => name)
