import { getLocation, type ASTNode } from 'graphql'
import type { Place } from './finding.ts'

/** Where a node is written; undefined for one that was made, or parsed without its file's name. */
export function placeOf(node: ASTNode | null | undefined): Place | undefined {
  if (!node?.loc || node.loc.source.name === 'GraphQL request') return undefined
  const named = 'name' in node && node.name?.loc ? node.name.loc : node.loc
  const { line, column } = getLocation(named.source, named.start)
  const { locationOffset } = named.source
  return {
    file: named.source.name,
    line: line + locationOffset.line - 1,
    column: line === 1 ? column + locationOffset.column - 1 : column,
  }
}
