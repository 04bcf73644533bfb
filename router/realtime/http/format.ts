import type { GraphQLFormattedError } from 'graphql'
import { ranges, weight } from '../../http/mediaType.ts'

/** How results travel in the body of an answer that does not end. Each text is written as it is. */
export interface StreamFormat {
  readonly contentType: string
  /** Written at once, so that the client knows that the stream stands. */
  readonly opening: string
  /** `result`: an execution result as JSON. */
  next(result: string): string
  /** Ends the stream: nothing comes after it. */
  failure(errors: readonly GraphQLFormattedError[]): string
  /** Ends the stream, and says why, and after how many milliseconds its client is to come back. */
  interruption(errors: readonly GraphQLFormattedError[], retryAfterMs: number): string
  readonly completion: string
  /** What clients skip: it keeps proxies from cutting an idle connection. */
  readonly beat: string
}

/** GraphQL over SSE, distinct connections mode (graphql-sse's PROTOCOL.md). */
export const serverSentEvents: StreamFormat = {
  contentType: 'text/event-stream; charset=utf-8',
  opening: ':\n\n',
  next: (result) => `event: next\ndata: ${result}\n\n`,
  failure: (errors) => `event: next\ndata: ${JSON.stringify({ errors })}\n\nevent: complete\ndata:\n\n`,
  // Without `complete`, after which a client would not come back.
  interruption: (errors, retryAfterMs) =>
    `retry: ${retryAfterMs}\nevent: next\ndata: ${JSON.stringify({ errors })}\n\n`,
  completion: 'event: complete\ndata:\n\n',
  beat: ':\n\n',
}

const part = (body: string): string => `\r\ncontent-type: application/json\r\n\r\n${body}\r\n--graphql`

const transportFailure = (errors: readonly GraphQLFormattedError[]): string =>
  `${part(JSON.stringify({ payload: null, errors }))}--\r\n`

/**
 * Apollo's multipart subscription protocol, 1.0. A client reads a part when it sees the boundary after it, so each is
 * written with the one that follows.
 */
export const multipart: StreamFormat = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"',
  opening: `\r\n--graphql${part('{}')}`,
  next: (result) => part(`{"payload":${result}}`),
  failure: transportFailure,
  interruption: transportFailure,
  completion: '--\r\n',
  beat: part('{}'),
}

/** The format that an `Accept` header likes best (RFC 9110, 12.5.1); undefined: it names none, and a plain answer will do. */
export function formatFor(accept = ''): StreamFormat | undefined {
  if (!/event-stream|multipart/i.test(accept)) return undefined
  const { events, parts } = streamWeights(accept)
  if (events === 0 && parts === 0) return undefined
  return events >= parts ? serverSentEvents : multipart
}

/** Does an `Accept` header name JSON no less than a stream? Its client wants a stream of what is live alone, as urql does. */
export function takesPlain(accept = ''): boolean {
  const { events, parts } = streamWeights(accept)
  const plain = Math.max(weightOf(accept, 'application/json'), weightOf(accept, 'application/graphql-response+json'))
  return plain > 0 && plain >= Math.max(events, parts)
}

const streamWeights = (accept: string) => ({
  events: weightOf(accept, 'text/event-stream'),
  parts: weightOf(accept, 'multipart/mixed', 'subscriptionspec=1.0'),
})

/** What it says of a type that it names, with this parameter where one is needed. */
const weightOf = (accept: string, type: string, needed?: string): number =>
  ranges(accept)
    .map((range) => range.map((part) => part.replaceAll('"', '')))
    .filter(([name, ...parameters]) => name === type && (!needed || parameters.includes(needed)))
    .reduce((most, [, ...parameters]) => Math.max(most, weight(parameters)), 0)
