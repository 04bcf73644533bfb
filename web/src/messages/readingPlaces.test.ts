import { expect, test } from '@jest/globals'
import { aMessage } from '../conversations/given.ts'
import { ReadingPlaces } from './readingPlaces.ts'

const run = (from: number, to: number, hasLater: boolean) => ({
  messages: Array.from({ length: to - from + 1 }, (_, index) => aMessage(from + index)),
  hasEarlier: from > 1,
  hasLater,
})

test('whoever reads far back is asked for what is there, and is not shown the newest', () => {
  const places = new ReadingPlaces()
  places.set('c', 100)
  expect(places.rangeOf('c')).toEqual({ fromSeq: 75, first: 100 })
  expect(places.isIn('c', run(951, 1000, false))).toBe(false)
  expect(places.isIn('c', run(75, 174, true))).toBe(true)
})

test('whoever is at the end is shown the newest, and nothing that ends before', () => {
  const places = new ReadingPlaces()
  places.set('c', 100)
  places.set('c', null)
  expect(places.rangeOf('c')).toEqual({ last: 50 })
  expect(places.isIn('c', run(951, 1000, false))).toBe(true)
  expect(places.isIn('c', run(75, 174, true))).toBe(false)
})

test('a place whose message is gone counts as shown where nothing else is left on its side', () => {
  const places = new ReadingPlaces()
  places.set('c', 1)
  expect(places.isIn('c', { ...run(5, 9, false), hasEarlier: false })).toBe(true)
  expect(places.isIn('d', { messages: [], hasEarlier: false, hasLater: false })).toBe(true)
})
