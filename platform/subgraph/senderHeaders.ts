import type { SubgraphRequest } from './subgraph.ts'

type Sender = Pick<SubgraphRequest, 'authorization' | 'address' | 'userAgent' | 'requestId' | 'traceparent'>

/** Headers that tell a subgraph who sends a request, and for whom. */
export function senderHeaders(sender: Sender): Record<string, string> {
  const { authorization, address, userAgent, requestId, traceparent } = sender
  const headers: Record<string, string> = {}
  if (authorization) headers['authorization'] = printable(authorization)
  if (address) headers['x-forwarded-for'] = printable(address)
  if (userAgent) headers['user-agent'] = printable(userAgent)
  if (requestId) headers['x-request-id'] = printable(requestId)
  if (traceparent) headers['traceparent'] = printable(traceparent)
  return headers
}

const UNPRINTABLE = /[^\x20-\x7e]/

/** Clients choose some of these, also over WebSockets: what fits into no header (RFC 9110, 5.5) is sent as "?". */
export const printable = (value: string): string =>
  UNPRINTABLE.test(value) ? value.replace(/[^\x20-\x7e]/g, '?') : value
