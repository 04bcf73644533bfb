import { Kind } from 'graphql'
import type { ConstDirectiveNode, ConstValueNode, DocumentNode } from 'graphql'

/**
 * Under which name a supergraph uses a directive of a specification, as its `@link`s say (https://specs.apollo.dev/link).
 * Undefined: it does not use it.
 */
export function linkedName(sdl: DocumentNode, feature: string, directive: string): string | undefined {
  const link = linksOf(sdl).find((node) => url(node).startsWith(`https://specs.apollo.dev/${feature}/`))
  if (!link) return undefined
  const imports = argument(link, 'import')
  for (const one of imports?.kind === Kind.LIST ? imports.values : []) {
    if (one.kind === Kind.STRING && one.value === `@${directive}`) return directive
    if (one.kind !== Kind.OBJECT) continue
    const part = (name: string) => text(one.fields.find((field) => field.name.value === name)?.value)
    if (part('name') === `@${directive}`) return part('as')?.slice(1) ?? directive
  }
  const namespace = text(argument(link, 'as')) ?? feature
  return directive === feature ? namespace : `${namespace}__${directive}`
}

/** The value of a directive's argument. */
export const argument = (node: ConstDirectiveNode, name: string): ConstValueNode | undefined =>
  node.arguments?.find((given) => given.name.value === name)?.value

const linksOf = ({ definitions }: DocumentNode): ConstDirectiveNode[] =>
  definitions
    .flatMap((node) => (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? node : []))
    .flatMap(({ directives = [] }) => directives.filter(({ name }) => name.value === 'link'))

const text = (node: ConstValueNode | undefined) => (node?.kind === Kind.STRING ? node.value : undefined)
const url = (node: ConstDirectiveNode) => text(argument(node, 'url')) ?? ''
