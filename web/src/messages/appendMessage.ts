import type { MessagePageFragment, MessagePartsFragment } from '../generated.ts'

/** Puts a message into its place by `seq`; one that is there already changes nothing. */
export function appendMessage(page: MessagePageFragment, message: MessagePartsFragment): MessagePageFragment {
  const { edges } = page
  let at = edges.length
  while (at > 0 && edges[at - 1]!.node.seq > message.seq) at -= 1
  if (at > 0 && edges[at - 1]!.node.seq === message.seq) return page
  // Its cursor is not known; only the oldest one's is ever used, and that came with a page.
  const edge = { __typename: 'MessageEdge', cursor: '', node: message }
  return { ...page, edges: [...edges.slice(0, at), edge, ...edges.slice(at)] }
}

/** Puts an earlier page before what is there. */
export function prependPage(page: MessagePageFragment, earlier: MessagePageFragment): MessagePageFragment {
  const oldest = page.edges[0]?.node.seq ?? Infinity
  const added = earlier.edges.filter(({ node }) => node.seq < oldest)
  return { ...page, edges: [...added, ...page.edges], pageInfo: earlier.pageInfo }
}

/** Keeps the newest `count` messages, so that a conversation that was scrolled far back does not hold memory for ever. */
export function trimToNewest(page: MessagePageFragment, count: number): MessagePageFragment {
  if (page.edges.length <= count) return page
  const edges = page.edges.slice(-count)
  // A cursor is only missing for what came as an event: then the run is cut at the next one that has it.
  const first = edges.findIndex(({ cursor }) => cursor !== '')
  if (first < 0) return page
  return {
    ...page,
    edges: edges.slice(first),
    pageInfo: { ...page.pageInfo, hasPreviousPage: true, startCursor: edges[first]!.cursor },
  }
}
