import type { SubgraphSource } from '../project/project.ts'
import type { Place } from './finding.ts'
import { wherePartsAre } from './wherePartsAre.ts'

/** Where to look for a part of the graph, by its coordinate. */
export type PlaceNear = (coordinate: string) => Place | undefined

/**
 * The place of a part as it is now; of one that is gone, the place of what it stood in, in a subgraph that had it.
 */
export function placesNear(after: readonly SubgraphSource[], before: readonly SubgraphSource[]): PlaceNear {
  const now = after.map(({ name, document }) => ({ name, places: wherePartsAre([document]) }))
  const then = new Map(before.map(({ name, document }) => [name, wherePartsAre([document])]))
  const findIn = (among: typeof now, coordinate: string) =>
    among.map(({ places }) => places.get(coordinate)).find((place) => place !== undefined)
  return (coordinate) => {
    const field = coordinate.replace(/\(.*$/, '')
    const had = now.filter(({ name }) => then.get(name)?.has(coordinate))
    for (const near of [coordinate, field, field.split('.')[0]!]) {
      const place = findIn(had, near) ?? findIn(now, near)
      if (place) return place
    }
    return undefined
  }
}
