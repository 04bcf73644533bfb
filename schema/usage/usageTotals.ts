import type { UsageCount } from './usageStore.ts'

export interface UsageTotal {
  /** A field's coordinate, or an operation's name. */
  name: string
  requests: number
  /** The busiest first. */
  clients: { client: UsageCount['client']; requests: number }[]
  /** Names of the operations. */
  operations: string[]
}

const isMember = (coordinate: string) => coordinate.includes('.')

/** Requests by field (argument, enum value, input field), or by operation; the most asked for first. */
export function usageTotals(counts: readonly UsageCount[], by: 'field' | 'operation'): UsageTotal[] {
  const totals = new Map<
    string,
    { requests: number; clients: Map<string, UsageTotal['clients'][number]>; operations: Set<string> }
  >()
  for (const { operation, client, requests } of counts) {
    const names = by === 'operation' ? [operation.name] : operation.coordinates.filter(isMember)
    for (const name of names) {
      let total = totals.get(name)
      if (!total) totals.set(name, (total = { requests: 0, clients: new Map(), operations: new Set() }))
      total.requests += requests
      total.operations.add(operation.name)
      const key = JSON.stringify([client.name, client.version])
      const known = total.clients.get(key)
      if (known) known.requests += requests
      else total.clients.set(key, { client, requests })
    }
  }
  return [...totals]
    .map(([name, { requests, clients, operations }]) => ({
      name,
      requests,
      clients: [...clients.values()].sort((a, b) => b.requests - a.requests),
      operations: [...operations].sort(),
    }))
    .sort((a, b) => b.requests - a.requests || (a.name < b.name ? -1 : 1))
}
