import { expect, test } from '@jest/globals'
import { formatFor, multipart, serverSentEvents, takesPlain } from './format.ts'

test.each([
  ['text/event-stream', serverSentEvents],
  ['application/json, TEXT/Event-Stream; charset=utf-8', serverSentEvents],
  ['multipart/mixed;subscriptionSpec="1.0", application/json', multipart],
  ['multipart/mixed; boundary="-"; subscriptionSpec=1.0,application/json', multipart],
  ['text/event-stream, multipart/mixed;subscriptionSpec=1.0', serverSentEvents],
  ['text/event-stream;q=0.5, multipart/mixed;subscriptionSpec=1.0;q=0.9', multipart],
  ['text/event-stream;q=0, multipart/mixed;subscriptionSpec=1.0;q=0.1', multipart],
])('%s asks for a stream', (accept, format) => {
  expect(formatFor(accept)).toBe(format)
})

test.each([
  undefined,
  '',
  '*/*',
  'application/json',
  'text/event-stream;q=0, application/json',
  'multipart/mixed;subscriptionSpec="1.0";q=0, */*',
  // Of incremental delivery, and of a protocol that is not there yet.
  'multipart/mixed;deferSpec=20220824, application/json',
  'multipart/mixed;subscriptionSpec="2.0", application/json',
  'application/json; note="text/event-stream"',
])('%s asks for none', (accept) => {
  expect(formatFor(accept)).toBeUndefined()
})

test.each([
  // urql's queries and mutations; Apollo's subscriptions.
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    true,
  ],
  ['multipart/mixed;boundary="graphql";subscriptionSpec=1.0,application/json', true],
  ['text/event-stream;q=0.5, application/json;q=0.5', true],
  // graphql-sse; urql's subscriptions.
  ['text/event-stream', false],
  ['text/event-stream, multipart/mixed', false],
  ['text/event-stream, application/json;q=0.9', false],
  ['text/event-stream, application/json;q=0', false],
  ['text/event-stream, */*', false],
])('%s: whether JSON would do as well for what is not live', (accept, isPlain) => {
  expect(takesPlain(accept)).toBe(isPlain)
})
