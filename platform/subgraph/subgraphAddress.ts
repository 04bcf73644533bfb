/** Where a subgraph answers GraphQL. */
export interface SubgraphAddress {
  /** Of a unix socket, one that is looked up nowhere. */
  readonly origin: string
  /** Of a unix socket. */
  readonly socketPath?: string
  /** Of the request, with its query. */
  readonly path: string
}

const PROTOCOLS = ['http:', 'https:', 'http+unix:']

/** Can `remoteSubgraph` ask at this address? */
export const isSubgraphAddress = (url: string): boolean =>
  URL.canParse(url) && PROTOCOLS.includes(new URL(url).protocol) && new URL(url).host !== ''

/**
 * Reads `http://host:port/path`, the same with `https:`, or `http+unix://%2Frun%2Fusers.sock/path` for a unix socket whose path stands
 * percent-encoded in place of the host. Without a path of its own it is `/graphql`.
 */
export function readSubgraphAddress(url: string): SubgraphAddress {
  const { protocol, host, origin, pathname, search } = new URL(url)
  const path = (pathname === '/' || pathname === '' ? '/graphql' : pathname) + search
  if (protocol !== 'http+unix:') return { origin, path }
  return { origin: 'http://localhost', socketPath: decodeURIComponent(host), path }
}
