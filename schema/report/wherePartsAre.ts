import { Kind, type DocumentNode } from 'graphql'
import type { Place } from './finding.ts'
import { placeOf } from './placeOf.ts'

/** The place of each type, field, argument and enum value of some schemas, by coordinate; the first where there are several. */
export function wherePartsAre(documents: readonly DocumentNode[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const add = (coordinate: string, node: Parameters<typeof placeOf>[0]) => {
    const place = placeOf(node)
    if (place && !places.has(coordinate)) places.set(coordinate, place)
  }
  for (const { definitions } of documents) {
    for (const node of definitions) {
      if (!('name' in node) || !node.name) continue
      const type = node.kind === Kind.DIRECTIVE_DEFINITION ? `@${node.name.value}` : node.name.value
      add(type, node)
      if ('values' in node) for (const value of node.values ?? []) add(`${type}.${value.name.value}`, value)
      if (!('fields' in node)) continue
      for (const field of node.fields ?? []) {
        add(`${type}.${field.name.value}`, field)
        const given = 'arguments' in field ? (field.arguments ?? []) : []
        for (const argument of given) add(`${type}.${field.name.value}(${argument.name.value}:)`, argument)
      }
    }
  }
  return places
}
