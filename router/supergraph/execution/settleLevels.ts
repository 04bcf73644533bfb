import { isRootQuery, type PlacedFetch } from './placeFetches.ts'

/**
 * The level at which each fetch is made. One that nothing waits for yet may be put off to where the same subgraph is asked
 * anyway, and so become a part of that request; nothing that waits for it is put off, and the plan gets no longer.
 *
 * From the last level to the first, each fetch of entities not yet settled draws to its level all earlier ones of its subgraph that can
 * wait so long: the fewest requests, and the least put off.
 */
export function settleLevels(placed: readonly PlacedFetch[]): number[] {
  const levels = placed.map(({ level }) => level)
  const waiting = placed.map((): number[] => [])
  placed.forEach(({ after }, index) => after.forEach((before) => waiting[before]!.push(index)))
  const last = Math.max(0, ...levels)
  const settled = new Set<number>()
  const latest = (index: number) => Math.min(last, ...waiting[index]!.map((next) => levels[next]! - 1))
  const fromTheLast = [...levels.keys()].sort((a, b) => placed[b]!.level - placed[a]!.level)
  for (const at of fromTheLast) {
    if (settled.has(at)) continue
    settled.add(at)
    const { level, node } = placed[at]!
    if (!node.requires) continue
    for (const index of fromTheLast) {
      const other = placed[index]!
      const mayJoin = other.node.requires !== undefined || isRootQuery(other)
      const joins = mayJoin && other.node.serviceName === node.serviceName && other.level <= level
      if (!joins || settled.has(index) || latest(index) < level) continue
      levels[index] = level
      settled.add(index)
    }
  }
  return levels
}
