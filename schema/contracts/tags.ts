import { valueFromASTUntyped, visit } from 'graphql'
import type { DocumentNode } from 'graphql'
import { argument, linkedName } from '../../router/supergraph/linkedDirectives.ts'
import type { Node } from './hider.ts'

/** The tags of a part; `tag` is the name that @tag has in its supergraph. */
export const tagsOf = ({ directives = [] }: Node, tag: string | undefined): string[] =>
  directives
    .filter(({ name }) => name.value === tag)
    .map((node) => String(valueFromASTUntyped(argument(node, 'name')!)))

/** All tags of a supergraph. */
export function tagsIn(document: DocumentNode): ReadonlySet<string> {
  const tag = linkedName(document, 'tag', 'tag')
  const found = new Set<string>()
  visit(document, {
    enter(node) {
      if ('directives' in node) for (const one of tagsOf(node as Node, tag)) found.add(one)
    },
  })
  return found
}
