import { describe, expect, test } from '@jest/globals'
import { examples } from './examples.ts'
import { federate } from './federate.ts'
import { holes } from './outcomes.ts'

describe.each(Object.entries(examples))('%s', (_name, example) => {
  const { federated, monolith } = federate(example)
  test.each(example.operations)('%s is answered as by one schema', async (operation) => {
    const [ours, theirs] = [await federated(operation), await monolith(operation)]
    expect(ours.data).toEqual(theirs.data)
    expect(JSON.stringify(ours.data)).toBe(JSON.stringify(theirs.data))
    expect(holes(ours)).toEqual(holes(theirs))
  })
})
