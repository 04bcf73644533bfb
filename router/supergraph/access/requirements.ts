import { Kind, isAbstractType, valueFromASTUntyped } from 'graphql'
import type { ConstDirectiveNode, DocumentNode, GraphQLNamedType, GraphQLSchema } from 'graphql'
import type { Identity } from '../../../platform/identity/viewer.ts'
import { argument, linkedName } from '../linkedDirectives.ts'

/** What one directive asks of the viewer. Of `oneOf`, all of one list. */
export type Requirement =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes' | 'policies'; readonly oneOf: readonly (readonly string[])[] }

/** Of `@authenticated`, `@requiresScopes` and `@policy` in a supergraph. */
export interface Requirements {
  readonly isEmpty: boolean
  /** To see a value of this type. */
  ofType(type: GraphQLNamedType): readonly Requirement[]
  /** To select this field on this type; on an interface or union, on each type behind it. */
  ofField(schema: GraphQLSchema, parent: GraphQLNamedType, field: string): readonly Requirement[]
}

const none: readonly Requirement[] = []

export function readRequirements(sdl: DocumentNode): Requirements {
  const read = reader(sdl)
  const known = new Map<string, readonly Requirement[]>()
  const add = (key: string, directives: readonly ConstDirectiveNode[] = []) => {
    const found = directives.flatMap(read)
    if (found.length > 0) known.set(key, found)
  }
  for (const node of sdl.definitions) {
    if (!('name' in node) || node.name === undefined) continue
    if ('directives' in node) add(node.name.value, node.directives as readonly ConstDirectiveNode[])
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const field of node.fields ?? []) add(`${node.name.value}.${field.name.value}`, field.directives)
  }
  const of = (key: string) => known.get(key) ?? none
  return {
    isEmpty: known.size === 0,
    ofType: ({ name }) => of(name),
    ofField: (schema, parent, field) => [
      ...of(`${parent.name}.${field}`),
      ...(isAbstractType(parent)
        ? schema.getPossibleTypes(parent).flatMap(({ name }) => [...of(name), ...of(`${name}.${field}`)])
        : none),
    ],
  }
}

function reader(sdl: DocumentNode): (node: ConstDirectiveNode) => Requirement[] {
  const authenticated = linkedName(sdl, 'authenticated', 'authenticated')
  const scopes = linkedName(sdl, 'requiresScopes', 'requiresScopes')
  const policy = linkedName(sdl, 'policy', 'policy')
  const lists = (node: ConstDirectiveNode, name: string) => {
    const value = argument(node, name)
    return (value ? valueFromASTUntyped(value) : []) as string[][]
  }
  return (node) => {
    const name = node.name.value
    if (name === authenticated) return [{ kind: 'authenticated' }]
    if (name === scopes) return [{ kind: 'scopes', oneOf: lists(node, 'scopes') }]
    return name === policy ? [{ kind: 'policies', oneOf: lists(node, 'policies') }] : []
  }
}

/** Does this viewer fulfil it? Undefined: nobody in particular. */
export function isMet(requirement: Requirement, viewer: Identity | undefined): boolean {
  if (!viewer) return false
  if (requirement.kind === 'authenticated') return true
  const held = viewer[requirement.kind] ?? []
  return requirement.oneOf.some((all) => all.every((one) => held.includes(one)))
}
