import type { ApolloClient } from '@apollo/client'

/**
 * Each reader of a subscription gets a stream of its own, from its own `after` on. Apollo Client would let one who comes later, with
 * equal variables, join the stream of the first, and miss what that one has had.
 */
export function giveOwnStreams(client: ApolloClient): void {
  const subscribe = client.subscribe.bind(client)
  client.subscribe = (options) => subscribe({ ...options, context: { queryDeduplication: false, ...options.context } })
}
