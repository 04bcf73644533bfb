import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { federate } from './federate.ts'
import { holes } from './outcomes.ts'
import { randomQuery } from './randomOperation.ts'
import { socialData, socialSubgraphs } from './social.example.ts'

let tape: readonly number[] = []
const social = federate({ subgraphs: socialSubgraphs, data: () => socialData(tape) })
const variables = { yes: true, no: false }

test('any operation on any data is answered as by one schema: the same data, the same holes', async () => {
  let executed = 0
  await fc.assert(
    fc.asyncProperty(
      randomQuery(social.graph.apiSchema, 3),
      fc.array(fc.nat(99), { minLength: 40, maxLength: 120 }),
      async (query, numbers) => {
        // Fields may be in conflict, and aliases too many.
        fc.pre(!('errors' in social.graph.prepare(query)))
        tape = numbers
        const [ours, theirs] = [await social.federated(query, variables), await social.monolith(query, variables)]
        expect(ours.data).toEqual(theirs.data)
        expect(JSON.stringify(ours.data)).toBe(JSON.stringify(theirs.data))
        expect(holes(ours)).toEqual(holes(theirs))
        executed++
      },
    ),
    { numRuns: 300 },
  )
  expect(executed).toBeGreaterThan(100)
})
