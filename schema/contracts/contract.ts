import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals'
import { isTypeDefinitionNode, Kind, parse, print, visit } from 'graphql'
import type { DocumentNode } from 'graphql'
import { linkedName } from '../../router/supergraph/linkedDirectives.ts'
import { ContractBroken } from './contractBroken.ts'
import { hider, withInaccessible, type Node } from './hider.ts'
import { reachableTypes } from './reachableTypes.ts'
import { tagsIn, tagsOf } from './tags.ts'

export interface Contract {
  /** Only fields with one of these tags, or on a type with one, are left. Empty: all. */
  include: readonly string[]
  /** Nothing with one of these tags is left. */
  exclude: readonly string[]
}

/**
 * A supergraph for some: the same, with everything @inaccessible that the contract keeps back, and the types to which
 * nothing leads any more. It is planned and answered by the same subgraphs; what is kept back can be neither seen nor
 * asked for.
 * @throws ContractBroken  what is left is no schema: a type without fields, a field of a type that is gone
 */
export function contract(sdl: string, rules: Contract): string {
  const full = withInaccessible(parse(sdl))
  if (rules.include.length > 0 && !rules.include.some((one) => tagsIn(full).has(one))) {
    throw new ContractBroken(`nothing has the tag ${rules.include.map((one) => `"${one}"`).join(' or ')}`)
  }
  try {
    return `${print(hideUnreachable(hideByTags(full, rules)))}\n`
  } catch (error) {
    throw new ContractBroken((error as Error).message.split('\n\n')[0]!)
  }
}

function hideByTags(document: DocumentNode, { include, exclude }: Contract): DocumentNode {
  const { hide, isHidden } = hider(document)
  const tag = linkedName(document, 'tag', 'tag')
  const isExcluded = (node: Node) => tagsOf(node, tag).some((one) => exclude.includes(one))
  const isIncluded = (node: Node, above: Node) =>
    include.length === 0 || [...tagsOf(node, tag), ...tagsOf(above, tag)].some((one) => include.includes(one))
  const hideExcluded = (node: Node) => (isExcluded(node) ? hide(node) : undefined)
  const withFields = (node: Node & { fields?: readonly Node[]; name: { value: string } }) => {
    if (node.name.value.startsWith('join__')) return undefined
    if (isExcluded(node)) return hide(node)
    const fields = (node.fields ?? []).map((field) =>
      isExcluded(field) || !isIncluded(field, node) ? hide(field) : field,
    )
    const changed = { ...node, fields }
    return fields.every(isHidden) ? hide(changed) : changed
  }
  return visit(document, {
    [Kind.OBJECT_TYPE_DEFINITION]: { leave: withFields as never },
    [Kind.INTERFACE_TYPE_DEFINITION]: { leave: withFields as never },
    ...Object.fromEntries(
      [
        Kind.INPUT_OBJECT_TYPE_DEFINITION,
        Kind.ENUM_TYPE_DEFINITION,
        Kind.UNION_TYPE_DEFINITION,
        Kind.SCALAR_TYPE_DEFINITION,
        Kind.ENUM_VALUE_DEFINITION,
        Kind.INPUT_VALUE_DEFINITION,
      ].map((kind) => [kind, { leave: hideExcluded as never }]),
    ),
  }) as DocumentNode
}

/** @throws Error  what clients would see is no schema */
function hideUnreachable(document: DocumentNode): DocumentNode {
  const supergraph = Supergraph.build(print(document), { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES })
  const api = supergraph.apiSchema()
  api.validate()
  const schema = api.toGraphQLJSSchema()
  const reachable = reachableTypes(schema)
  const { hide } = hider(document)
  const isLost = (name: string) => schema.getType(name) !== undefined && !reachable.has(name)
  const definitions = document.definitions.map((node) =>
    isTypeDefinitionNode(node) && isLost(node.name.value) ? hide(node) : node,
  )
  return { ...document, definitions }
}
