import type { Target } from './wire/index.ts'

/** Where a subgraph answers GraphQL. */
export interface SubgraphAddress {
  /** By undici, for TLS. */
  readonly isSecure: boolean
  readonly target: Target
  /** For undici; of a unix socket, one that is looked up nowhere. */
  readonly origin: string
  /** Of the `Host` header. */
  readonly host: string
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
  const { protocol, hostname, port, host, origin, pathname, search } = new URL(url)
  const path = (pathname === '/' || pathname === '' ? '/graphql' : pathname) + search
  if (protocol === 'http+unix:') {
    const target = { path: decodeURIComponent(host) }
    return { isSecure: false, target, origin: 'http://localhost', host: 'localhost', path }
  }
  const target = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) }
  return { isSecure: protocol === 'https:', target, origin, host, path }
}
