import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Step } from './attachmentsModel.ts'
import { AttachmentsRun, OWNER } from './attachmentsRun.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Few of each, so that the same file is wanted by many, and twice. */
const [person, place, file, some] = [fc.nat(2), fc.nat(1), fc.nat(3), fc.nat(9)]
const files = fc.array(fc.nat(2), { minLength: 1, maxLength: 2 })
const owner = { weight: 5, arbitrary: fc.constant(OWNER) }
const asked = {
  person: fc.oneof(owner, { weight: 1, arbitrary: person }),
  place: fc.oneof(fc.constant(0), place),
  files,
}
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('request' as const), person: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('put' as const), file }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), ...asked }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('schedule' as const), ...asked }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('sendDue' as const, 'cancel'), scheduled: some }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('forward' as const), person, place, message: some }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), message: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('discard' as const), person, file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const), file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), person, place }) },
  { weight: 1, arbitrary: fc.constant({ do: 'sweep' } as const) },
)
/** Two uploads of the one who is everywhere, and one of another: then anything. */
const uploaded: Step[] = [0, 0, 1].flatMap((person, file) => [
  { do: 'request', person },
  { do: 'put', file },
])

test('whatever is done with files, they are read by whom they may, and their bytes are kept as long as somebody has them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const run = await new AttachmentsRun(world).begin()
      for (const one of [...uploaded, ...steps]) {
        const said = await run.take(one)
        if (said) expect([one, said[0]]).toEqual([one, said[1]])
      }
      const [readers, shouldRead] = await run.readers()
      expect(readers).toEqual(shouldRead)
      const [kept, shouldKeep] = await run.kept()
      expect(kept).toEqual(shouldKeep)
      const [readersAfter, shouldReadAfter] = await run.readers()
      expect(readersAfter).toEqual(shouldReadAfter)
    }),
    { numRuns: 25 },
  )
})
