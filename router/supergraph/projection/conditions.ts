import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, visit } from 'graphql'
import type { ASTNode } from 'graphql'

/** The variables that @skip and @include of a document stand on: with their values given, its selection is settled. */
export function conditionVariables(document: ASTNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    [Kind.DIRECTIVE]({ name, arguments: given }) {
      if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) return
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}
