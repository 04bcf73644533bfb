import type { Cursor } from './cursor.ts'
import type { Page } from './page.ts'

export interface Connection<Node> {
  edges: { node: Node; cursor: string }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
}

/**
 * A page as Relay's cursor connections specification has it. `rows`: up to `limit + 1`, in the page's direction; the last
 * one only tells that the list goes on. Where the page begins at a cursor, the list has something on its other side.
 */
export function connectionOf<Node, K>(
  rows: readonly Node[],
  page: Page<K>,
  cursor: Cursor<K>,
  keyOf: (node: Node) => K,
): Connection<Node> {
  const goesOn = rows.length > page.limit
  const nodes = rows.slice(0, page.limit)
  if (page.direction === 'backward') nodes.reverse()
  const edges = nodes.map((node) => ({ node, cursor: cursor.encode(keyOf(node)) }))
  const forward = page.direction === 'forward'
  return {
    edges,
    pageInfo: {
      hasNextPage: (forward && goesOn) || page.before !== undefined,
      hasPreviousPage: (!forward && goesOn) || page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
