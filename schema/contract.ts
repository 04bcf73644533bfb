import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals'
import { Kind, parse, print, valueFromASTUntyped, visit } from 'graphql'
import type { ConstDirectiveNode, DocumentNode } from 'graphql'
import { argument, linkedName } from '../router/supergraph/linkedDirectives.ts'

export interface Contract {
  /** Only fields with one of these tags, or on a type with one, are left. Empty: all. */
  include: readonly string[]
  /** Nothing with one of these tags is left. */
  exclude: readonly string[]
}

/**
 * A supergraph for some: the same, with everything @inaccessible that the contract keeps back. It is planned and answered
 * by the same subgraphs; what is kept back can be neither seen nor asked for.
 * @throws Error  what is left is no schema: a type without fields, a field of a type that is gone
 */
export function contract(sdl: string, rules: Contract): string {
  const document = parse(sdl)
  const tag = linkedName(document, 'tag', 'tag')
  const inaccessible = linkedName(document, 'inaccessible', 'inaccessible')
  const tagsOf = ({ directives = [] }: Tagged) =>
    directives
      .filter(({ name }) => name.value === tag)
      .map((node) => String(valueFromASTUntyped(argument(node, 'name')!)))
  const isKept = (tags: readonly string[], above: readonly string[]): boolean =>
    !tags.some((one) => rules.exclude.includes(one)) &&
    (rules.include.length === 0 || [...tags, ...above].some((one) => rules.include.includes(one)))

  const hide = <T extends Tagged>(node: T): T => ({
    ...node,
    directives: [...(node.directives ?? []), hidden(inaccessible)],
  })
  const isExcluded = (node: Tagged) => tagsOf(node).some((one) => rules.exclude.includes(one))
  const hideExcluded = (node: Tagged) => (isExcluded(node) ? hide(node) : undefined)
  const withFields = (node: Tagged & { fields?: readonly Tagged[]; name: { value: string } }) => {
    if (node.name.value.startsWith('join__')) return undefined
    if (isExcluded(node)) return hide(node)
    const above = tagsOf(node)
    const fields = (node.fields ?? []).map((field) => (isKept(tagsOf(field), above) ? field : hide(field)))
    const changed = { ...node, fields }
    const isEmpty = fields.every((field) => field.directives?.at(-1)?.name.value === hidden(inaccessible).name.value)
    return isEmpty ? hide(changed) : changed
  }
  const reduced = visit(document, {
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
  const made = print(inaccessible ? reduced : linked(reduced))
  Supergraph.build(made, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES }).apiSchema().validate()
  return `${made}\n`
}

interface Tagged {
  readonly directives?: readonly ConstDirectiveNode[]
}

const hidden = (name = 'inaccessible'): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
})

const PLACES =
  'FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION'

/** A supergraph in which nothing was inaccessible yet does not know the directive. */
function linked(document: DocumentNode): DocumentNode {
  const link = parse('extend schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)')
    .definitions[0]
  const directives = (link as unknown as Tagged).directives!
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.SCHEMA_DEFINITION ? { ...node, directives: [...(node.directives ?? []), ...directives] } : node,
  )
  return { ...document, definitions: [...definitions, ...parse(`directive @inaccessible on ${PLACES}`).definitions] }
}
