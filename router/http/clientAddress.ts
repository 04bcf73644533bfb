import type { IncomingMessage } from 'node:http'

const MAX_LENGTH = 64

/**
 * The client's address. `trustedProxies`: how many proxies of ours stand in front; each adds who it heard from at the end
 * of `X-Forwarded-For`, and anything before those a client may have written itself.
 */
export const clientAddress =
  (trustedProxies: number) =>
  ({ headers, socket }: IncomingMessage): string | undefined => {
    if (trustedProxies === 0) return socket.remoteAddress
    const hops = [headers['x-forwarded-for']].flat().join(',').split(',')
    return (hops.at(-trustedProxies) ?? '').trim().slice(0, MAX_LENGTH) || socket.remoteAddress
  }
