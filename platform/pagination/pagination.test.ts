import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { InvalidInput } from '../errors.ts'
import { connectionOf, createCursor, requestedPage } from './index.ts'
import type { Page, PageArguments } from './index.ts'

const cursor = createCursor(['number', 'string'])
type Key = [number, string]
const otherwise = { size: 20 }

const compare = (a: Key, b: Key) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)

/** A store as a database would be one: a range, an order, a limit. */
function read(list: Key[], { direction, limit, after, before }: Page<Key>): Key[] {
  const range = list.filter((key) => (!after || compare(key, after) > 0) && (!before || compare(key, before) < 0))
  return (direction === 'forward' ? range : range.reverse()).slice(0, limit + 1)
}

const pageOf = (list: Key[], args: PageArguments) => {
  const page = requestedPage(args, cursor, otherwise)
  return connectionOf(read(list, page), page, cursor, (key) => key)
}

const lists = fc
  .uniqueArray(fc.tuple(fc.nat(20), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 3 })), {
    selector: (key) => key.join(),
    maxLength: 60,
  })
  .map((list) => (list as Key[]).sort(compare))

describe('a connection', () => {
  test('read forward page by page gives every entry once, in order', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 7 }), (list, first) => {
        const seen: Key[] = []
        for (let after: string | null = null; ;) {
          const page = pageOf(list, { first, after })
          seen.push(...page.edges.map((edge) => edge.node))
          expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
          expect(page.pageInfo.hasNextPage).toBe(seen.length < list.length)
          after = page.pageInfo.endCursor
          if (!page.pageInfo.hasNextPage) break
        }
        expect(seen).toEqual(list)
      }),
    )
  })

  test('read backward page by page gives every entry once, each page in the order of the list', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 7 }), (list, last) => {
        const seen: Key[] = []
        for (let before: string | null = null; ;) {
          const page = pageOf(list, { last, before })
          seen.unshift(...page.edges.map((edge) => edge.node))
          expect(page.pageInfo.hasNextPage).toBe(before !== null)
          expect(page.pageInfo.hasPreviousPage).toBe(seen.length < list.length)
          before = page.pageInfo.startCursor
          if (!page.pageInfo.hasPreviousPage) break
        }
        expect(seen).toEqual(list)
      }),
    )
  })

  test('between two cursors gives what the list has between them', () => {
    fc.assert(
      fc.property(
        lists,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 100 }),
        fc.boolean(),
        (list, a, b, size, fwd) => {
          fc.pre(list.length > 0)
          const [from, to] = [a % list.length, b % list.length]
          const bounds = { after: cursor.encode(list[from]!), before: cursor.encode(list[to]!) }
          const between = list.slice(from + 1, Math.max(from + 1, to))
          const page = pageOf(list, fwd ? { first: size, ...bounds } : { last: size, ...bounds })
          const expected = fwd ? between.slice(0, size) : between.slice(Math.max(0, between.length - size))
          expect(page.edges.map((edge) => edge.node)).toEqual(expected)
        },
      ),
    )
  })

  test('that is empty has no cursors and no other pages', () => {
    expect(pageOf([], {})).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    })
  })

  test('has the size and direction of its field where none is asked for, nulls included', () => {
    expect(requestedPage({ first: null, last: null, after: null }, cursor, otherwise)).toEqual({
      direction: 'forward',
      limit: 20,
    })
    expect(requestedPage({}, cursor, { direction: 'backward', size: 50 })).toEqual({ direction: 'backward', limit: 50 })
  })
})

describe('a page is refused', () => {
  test.each<[string, PageArguments]>([
    ['both ends', { first: 1, last: 1 }],
    ['a negative first', { first: -1 }],
    ['a negative last', { last: -1 }],
    ['above the maximum', { first: 101 }],
    ['an empty cursor', { after: '' }],
    ['no base64', { after: '***' }],
    ['no JSON', { after: Buffer.from('[1,').toString('base64url') }],
    ['a number where text belongs', { before: createCursor(['number', 'number']).encode([1, 2]) }],
    ['a fraction', { before: cursor.encode([1.5, 'a']) }],
    ['not ASCII', { before: cursor.encode([1, 'é']) }],
    ['another length', { before: createCursor(['number']).encode([1]) }],
    ['a cursor without end', { after: cursor.encode([1, 'a'.repeat(10_000)]) }],
  ])('for %s', (_what, args) => {
    expect(() => requestedPage(args, cursor, otherwise)).toThrow(InvalidInput)
  })

  test('for whatever text stands in a cursor, never with another error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          requestedPage({ after: text }, cursor, otherwise)
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInput)
        }
      }),
    )
  })
})
