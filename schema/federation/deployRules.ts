/** What hurts while routers and subgraphs are not replaced at one moment: a router plans with the supergraph that it has. */
import { changeId } from '../changes/compareApis.ts'
import type { Finding } from '../report/finding.ts'
import { keyFields, type FederatedSubgraph, type FederatedType } from './readFederated.ts'

type Pair = { before: FederatedSubgraph; after: FederatedSubgraph }

/** What two states of the same subgraphs mean for a router that still plans by the older one. */
export function deployRules(before: readonly FederatedSubgraph[], after: readonly FederatedSubgraph[]): Finding[] {
  const pairs = before.flatMap((older) => {
    const newer = after.find(({ name }) => name === older.name)
    return newer ? [{ before: older, after: newer }] : []
  })
  return [...pairs.flatMap(keysRemoved), ...pairs.flatMap((pair) => fieldsMoved(pair, after)), ...gone(before, after)]
}

function keysRemoved({ before, after }: Pair): Finding[] {
  return [...before.types.values()].flatMap((older) => {
    const newer = after.types.get(older.name)
    if (!newer) return []
    const lost = older.keys.filter((key) => !newer.keys.includes(key))
    return lost.map((key) => {
      const field = keyFields(key).find((name) => !newer.fields.has(name))
      return field === undefined ? keyRemoved(after, newer, key) : keyFieldRemoved(after, newer, { key, field })
    })
  })
}

function keyRemoved({ name, file }: FederatedSubgraph, type: FederatedType, key: string): Finding {
  const message = `The key "${key}" of ${type.name} was removed from "${name}".`
  return {
    level: 'error',
    kind: 'federation',
    rule: 'KEY_REMOVED',
    criticality: 'breaking',
    coordinate: type.name,
    message: `${message} Routers with the older supergraph ask "${name}" for ${type.name} by it.`,
    remedy:
      `Keep @key(fields: "${key}") beside the new key, publish, wait until every router has the new supergraph and every ` +
      'other subgraph references by the new key; then remove it.',
    at: type.at ?? { file, line: 1, column: 1 },
    id: changeId('KEY_REMOVED', type.name, message),
  }
}

function keyFieldRemoved(
  { name, file }: FederatedSubgraph,
  type: FederatedType,
  { key, field }: { key: string; field: string },
): Finding {
  const coordinate = `${type.name}.${field}`
  const message = `${coordinate} was removed from "${name}", where the key "${key}" of ${type.name} had it.`
  return {
    level: 'error',
    kind: 'federation',
    rule: 'KEY_FIELD_REMOVED',
    criticality: 'breaking',
    coordinate,
    message: `${message} Other subgraphs and older routers find ${type.name} by it.`,
    remedy: `Add another key first and publish; remove "${field}" and its key when no subgraph and no router goes by it.`,
    at: type.at ?? { file, line: 1, column: 1 },
    id: changeId('KEY_FIELD_REMOVED', coordinate, message),
  }
}

/** Fields that another subgraph resolves now, without a word to the planner. */
function fieldsMoved({ before, after }: Pair, all: readonly FederatedSubgraph[]): Finding[] {
  const found: Finding[] = []
  for (const older of before.types.values()) {
    for (const [name, field] of older.fields) {
      if (field.isExternal || keyFields(older.keys.join(' ')).includes(name)) continue
      if (after.types.get(older.name)?.fields.get(name)?.isExternal === false) continue
      const taker = all.find((other) => other.types.get(older.name)?.fields.get(name)?.isExternal === false)
      if (!taker || taker.name === before.name) continue
      found.push({
        level: 'warning',
        kind: 'federation',
        rule: 'FIELD_MOVED_AT_ONCE',
        criticality: 'dangerous',
        coordinate: `${older.name}.${name}`,
        message:
          `${older.name}.${name} moved from "${before.name}" to "${taker.name}" in one step. ` +
          `Routers with the older supergraph still ask "${before.name}" for it.`,
        remedy:
          `Add it to "${taker.name}" with @override(from: "${before.name}"), publish, and remove it from "${before.name}" ` +
          'in a later change.',
        at: taker.types.get(older.name)?.fields.get(name)?.at,
      })
    }
  }
  return found
}

function gone(before: readonly FederatedSubgraph[], after: readonly FederatedSubgraph[]): Finding[] {
  return before
    .filter(({ name }) => after.every((newer) => newer.name !== name))
    .map(({ name }) => ({
      level: 'warning',
      kind: 'federation',
      rule: 'SUBGRAPH_REMOVED',
      criticality: 'dangerous',
      message: `The subgraph "${name}" was removed.`,
      remedy: 'Let it run until every router has the new supergraph.',
    }))
}
