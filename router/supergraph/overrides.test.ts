import { expect, test } from '@jest/globals'
import { readOverrides } from './overrides.ts'

const sdl = ['percent(50)', 'percent(5)', 'percent(0)', 'percent(100)', 'percent(5)', 'beta']
  .map((label) => `f: Int @join__field(graph: A, override: "b", overrideLabel: "${label}")`)
  .join('\n')
const holding = (drawn: number, on: readonly string[] = []) => {
  const overrides = readOverrides(sdl, on, () => drawn / 100)
  return [...overrides.conditions(overrides.draw()).keys()].sort()
}

test('a share holds for so many of a hundred requests, and what holds for fewer holds then too', () => {
  expect(holding(0)).toEqual(['percent(100)', 'percent(5)', 'percent(50)'])
  expect(holding(4.9)).toEqual(['percent(100)', 'percent(5)', 'percent(50)'])
  expect(holding(5)).toEqual(['percent(100)', 'percent(50)'])
  expect(holding(50)).toEqual(['percent(100)'])
  expect(holding(99.9)).toEqual(['percent(100)'])
})

test('a label that is switched on holds for every request, also a share', () => {
  expect(holding(99.9, ['beta', 'percent(5)'])).toEqual(['beta', 'percent(100)', 'percent(5)'])
})

test('there are as many plans as shares and one more; a supergraph without shares has one', () => {
  expect(readOverrides(sdl, []).levels).toBe(5)
  expect(readOverrides('type Query { f: Int }', ['beta']).levels).toBe(1)
  expect([...readOverrides(sdl, []).conditions(readOverrides(sdl, []).settled).keys()]).toEqual(['percent(100)'])
})
