import { expect, test } from '@jest/globals'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { ApiError } from './apiError.ts'
import { errorOf } from './errorOf.ts'

const refused = { message: 'No.', extensions: { code: 'RATE_LIMITED', retriable: true, retryAfterMs: 500 } }
const expected = { code: 'RATE_LIMITED', retriable: true, retryAfterMs: 500, message: 'No.' }
const answer = (status: number, bodyText: string) =>
  new ServerError('refused', { response: new Response(null, { status }), bodyText })

test('an answer with errors is its first error, in its own words', () => {
  expect(errorOf(new CombinedGraphQLErrors({ errors: [refused] }))).toMatchObject(expected)
})

test('a refused request is the error in its body, or else its status', () => {
  expect(errorOf(answer(429, JSON.stringify({ errors: [refused] })))).toMatchObject(expected)
  expect(errorOf(answer(502, '<h1>Bad gateway</h1>'))).toMatchObject({ code: 'UNAVAILABLE', retriable: true })
  expect(errorOf(answer(403, 'null'))).toMatchObject({ code: 'REFUSED', retriable: false })
})

test('anything else is an answer that never came', () => {
  for (const error of [new TypeError('fetch failed'), null, undefined, 'text', { errors: [] }, { errors: [null] }]) {
    expect(errorOf(error)).toMatchObject({ code: 'NETWORK', retriable: true })
  }
  const own = new ApiError('FORBIDDEN', 'No.')
  expect(errorOf(own)).toBe(own)
})
