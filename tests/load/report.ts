import type { LoadOptions, LoadResult } from './checkRealtime.ts'
import type { Kill } from './killer.ts'

const faultsShown = 20

/** What a run did and found, for a person. */
export function textOf({ clients, members }: LoadOptions, result: LoadResult): string {
  const { sent, deliveries, cuts, removals, closes, kills, faults } = result
  return [
    `${clients} clients of ${members} members: ${deliveries} deliveries of ${sent} messages, ${cuts} cuts, ${removals} members removed`,
    `connections ended: ${JSON.stringify(closes)}`,
    ...kills.map(lineOf),
    ...slowest(kills),
    `faults: ${faults.length}`,
    ...faults.slice(0, faultsShown),
  ].join('\n')
}

const lineOf = ({ victim, downMs, recoveryMs }: Kill): string =>
  `killed ${victim.padEnd(13)} down for ${seconds(downMs)}, all had what was sent after the kill ${recoveryMs === undefined ? 'NEVER' : `after ${seconds(recoveryMs)}`}`

function slowest(kills: readonly Kill[]): string[] {
  const [most] = kills.toSorted((a, b) => (b.recoveryMs ?? Infinity) - (a.recoveryMs ?? Infinity))
  if (!most) return []
  return [`slowest recovery: ${most.recoveryMs === undefined ? 'none' : seconds(most.recoveryMs)} (${most.victim})`]
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
