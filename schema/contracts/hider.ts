import { Kind, parse } from 'graphql'
import type { ConstDirectiveNode, DocumentNode } from 'graphql'
import { linkedName } from '../../router/supergraph/linkedDirectives.ts'

export interface Node {
  readonly directives?: readonly ConstDirectiveNode[]
}

/** Marks parts of a supergraph @inaccessible, under the name that it has there; none twice. */
export function hider(document: DocumentNode) {
  const value = linkedName(document, 'inaccessible', 'inaccessible') ?? 'inaccessible'
  const mark: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value } }
  const isHidden = ({ directives = [] }: Node) => directives.some(({ name }) => name.value === value)
  const hide = <T extends Node>(node: T): T =>
    isHidden(node) ? node : { ...node, directives: [...(node.directives ?? []), mark] }
  return { hide, isHidden }
}

const PLACES =
  'FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION'

/** A supergraph in which nothing was inaccessible yet does not know the directive. */
export function withInaccessible(document: DocumentNode): DocumentNode {
  if (linkedName(document, 'inaccessible', 'inaccessible') !== undefined) return document
  const link = parse('extend schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)')
    .definitions[0]
  const directives = (link as unknown as Node).directives!
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.SCHEMA_DEFINITION ? { ...node, directives: [...(node.directives ?? []), ...directives] } : node,
  )
  return { ...document, definitions: [...definitions, ...parse(`directive @inaccessible on ${PLACES}`).definitions] }
}
