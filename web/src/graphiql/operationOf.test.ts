import { expect, test } from '@jest/globals'
import { operationOf } from './operationOf.ts'

const kindOf = (query: string, operationName?: string) => operationOf({ query, operationName })?.operation

test('the only operation of a document is asked for, also by the name of another tab', () => {
  expect(kindOf('subscription Live { me { id } } fragment F on User { id }', 'Me')).toBe('subscription')
  expect(kindOf('{ me { id } }')).toBe('query')
})

test('of several operations the named one is asked for, and none without a name that fits', () => {
  const two = 'query A { me { id } } subscription B { me { id } }'
  expect(kindOf(two, 'B')).toBe('subscription')
  expect(kindOf(two)).toBeUndefined()
  expect(kindOf(two, 'C')).toBeUndefined()
})

test('a document that cannot be read is left to the server', () => {
  expect(kindOf('query {')).toBeUndefined()
})
