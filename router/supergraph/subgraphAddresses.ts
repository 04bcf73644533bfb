import { Kind, parse } from 'graphql'
import type { EnumValueDefinitionNode } from 'graphql'

/** Where each subgraph answers, by its name, as the supergraph's enum `join__Graph` says. Without a URL it is not in it. */
export function subgraphAddresses(sdl: string): ReadonlyMap<string, string> {
  const graphs = parse(sdl, { noLocation: true }).definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  )
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return new Map()
  const addresses = (graphs.values ?? []).map((value) => [text(value, 'name'), text(value, 'url')] as const)
  return new Map(addresses.filter((pair): pair is [string, string] => Boolean(pair[0] && pair[1])))
}

function text({ directives = [] }: EnumValueDefinitionNode, argument: string): string | undefined {
  const graph = directives.find(({ name }) => name.value === 'join__graph')
  const value = graph?.arguments?.find(({ name }) => name.value === argument)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}
