import { expect, test } from '@jest/globals'
import { backOffMs } from './backOff.ts'

test('waits double with each try, up to the longest', () => {
  const waits = [0, 1, 2, 3, 20].map((attempt) => backOffMs(attempt, () => 1))
  expect(waits).toEqual([500, 1000, 2000, 4000, 15_000])
})

test('half of each wait is chance, so that clients do not come back together', () => {
  expect(backOffMs(3, () => 0)).toBe(2000)
  expect(backOffMs(3, () => 0.5)).toBe(3000)
})
