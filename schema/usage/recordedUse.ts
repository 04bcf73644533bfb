import type { RecordedUse } from '../report/finding.ts'
import type { UsageCount } from './usageStore.ts'

const SHOWN = 5

/** What the records say of those operations that use all of these coordinates; undefined when there are none. */
export function recordedUse(records: readonly UsageCount[], coordinates: readonly string[]): RecordedUse | undefined {
  const hit = records.filter(({ operation }) => coordinates.every((one) => operation.coordinates.includes(one)))
  if (hit.length === 0) return undefined
  return {
    requests: hit.reduce((sum, { requests }) => sum + requests, 0),
    clients: busiest(hit, ({ client }) => clientName(client)),
    operations: busiest(hit, ({ operation }) => operation.name),
    lastDay: hit.reduce((last, { day }) => (day > last ? day : last), ''),
  }
}

export const clientName = ({ name, version }: UsageCount['client']): string =>
  name ? `${name}${version ? ` ${version}` : ''}` : 'a client without a name'

function busiest(records: readonly UsageCount[], nameOf: (record: UsageCount) => string): string[] {
  const totals = new Map<string, number>()
  for (const record of records) totals.set(nameOf(record), (totals.get(nameOf(record)) ?? 0) + record.requests)
  const names = [...totals].sort(([, a], [, b]) => b - a).map(([name]) => name)
  return names.length <= SHOWN ? names : [...names.slice(0, SHOWN), `${names.length - SHOWN} more`]
}
