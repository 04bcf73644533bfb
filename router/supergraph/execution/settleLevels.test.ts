import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PlacedFetch } from './placeFetches.ts'
import { settleLevels } from './settleLevels.ts'

/** Fetches of entities from subgraphs, each after some of those before it. */
function placed(...given: readonly (readonly [subgraph: string, after?: readonly number[]])[]): PlacedFetch[] {
  const fetches: PlacedFetch[] = []
  for (const [serviceName, after = []] of given) {
    const level = 1 + Math.max(-1, ...after.map((index) => fetches[index]!.level))
    fetches.push({ node: { serviceName, requires: [] }, path: [], conditions: [], after, level } as never)
  }
  return fetches
}

const requests = (fetches: readonly PlacedFetch[], levels: readonly number[]) =>
  new Set(fetches.map(({ node }, index) => `${levels[index]} ${node.serviceName}`)).size

describe('the levels of fetches', () => {
  test('put one off to where its subgraph is asked anyway', () => {
    expect(settleLevels(placed(['products'], ['stock'], ['stock', [0]]))).toEqual([0, 1, 1])
  })

  test('never put off what another one waits for', () => {
    expect(settleLevels(placed(['products'], ['stock'], ['prices', [1]], ['stock', [0, 2]]))).toEqual([0, 0, 1, 2])
  })

  test('keep every order, the length of the plan, and never make more requests', () => {
    const plans = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(fc.nat(), { maxLength: 3 })), { maxLength: 12 })
      .map((given) =>
        placed(
          ...given.map(
            ([name, after], index) => [name, index === 0 ? [] : [...new Set(after.map((one) => one % index))]] as const,
          ),
        ),
      )
    fc.assert(
      fc.property(plans, (fetches) => {
        const levels = settleLevels(fetches)
        for (const [index, { after, level }] of fetches.entries()) {
          expect(levels[index]).toBeGreaterThanOrEqual(level)
          for (const before of after) expect(levels[before]).toBeLessThan(levels[index]!)
        }
        const asPlaced = fetches.map(({ level }) => level)
        expect(Math.max(0, ...levels)).toBe(Math.max(0, ...asPlaced))
        expect(requests(fetches, levels)).toBeLessThanOrEqual(requests(fetches, asPlaced))
      }),
    )
  })
})
