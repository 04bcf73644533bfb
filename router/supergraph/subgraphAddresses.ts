import { Kind, parse } from 'graphql'
import type { EnumValueDefinitionNode } from 'graphql'

/** The subgraphs of a supergraph, as its enum `join__Graph` names them. Empty where the text is no supergraph. */
export function subgraphNames(sdl: string): string[] {
  try {
    return graphsOf(sdl).flatMap((graph) => text(graph, 'name') ?? [])
  } catch {
    return []
  }
}

/** Where each subgraph answers, by its name. Without a URL it is not in it. */
export function subgraphAddresses(sdl: string): ReadonlyMap<string, string> {
  const addresses = graphsOf(sdl).map((graph) => [text(graph, 'name'), text(graph, 'url')] as const)
  return new Map(addresses.filter((pair): pair is [string, string] => Boolean(pair[0] && pair[1])))
}

function graphsOf(sdl: string): readonly EnumValueDefinitionNode[] {
  const graphs = parse(sdl, { noLocation: true }).definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  )
  return graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : []
}

function text({ directives = [] }: EnumValueDefinitionNode, argument: string): string | undefined {
  const graph = directives.find(({ name }) => name.value === 'join__graph')
  const value = graph?.arguments?.find(({ name }) => name.value === argument)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}
