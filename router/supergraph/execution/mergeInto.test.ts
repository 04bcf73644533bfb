import { expect, test } from '@jest/globals'
import { mergeInto, type Merging } from './mergeInto.ts'

const merging: Merging = {
  composite: new Set(['place', 'list', 'constructor']),
  isOfType: (typename, condition) => condition === 'Media' && (typename === 'Book' || typename === 'Media'),
}

test('what is new moves over, objects and lists of objects are joined, null takes nothing away', () => {
  const target = { id: 1, place: { city: 'B' }, list: [{ a: 1 }, null, { a: 3 }], kept: 'x', none: null }
  mergeInto(target, { place: { zip: 5 }, list: [{ b: 1 }, { b: 2 }, null], kept: null, none: 7, name: 'N' }, merging)
  expect(target).toEqual({
    id: 1,
    place: { city: 'B', zip: 5 },
    list: [{ a: 1, b: 1 }, { b: 2 }, { a: 3 }],
    kept: 'x',
    none: 7,
    name: 'N',
  })
})

test('the value of a scalar is never changed: it may be a part of what the subgraph keeps', () => {
  const settings = Object.freeze({ theme: 'dark' })
  const target = { settings: settings as object }
  mergeInto(target, { settings: { theme: 'light', size: 2 } }, merging)
  expect(settings).toEqual({ theme: 'dark' })
  expect(target).toEqual({ settings: { theme: 'light', size: 2 } })
})

test('a type takes the place of its interface, and never the other way round', () => {
  const target = { __typename: 'Media', place: { __typename: 'Media' } }
  mergeInto(target, { __typename: 'Book', place: { __typename: 'Book' } }, merging)
  mergeInto(target, { __typename: 'Media', place: { __typename: 'Media' } }, merging)
  expect(target).toEqual({ __typename: 'Book', place: { __typename: 'Book' } })
})

test('keys that every object has by birth are keys like others', () => {
  const target: Record<string, unknown> = {}
  mergeInto(
    target,
    JSON.parse('{"__proto__": {"a": 1}, "constructor": {"b": 2}, "toString": 3}') as object as never,
    merging,
  )
  mergeInto(target, JSON.parse('{"constructor": {"c": 3}}') as object as never, merging)
  expect(JSON.stringify(target)).toBe('{"__proto__":{"a":1},"constructor":{"b":2,"c":3},"toString":3}')
  expect(({} as { a?: number }).a).toBeUndefined()
})
