import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Inbox } from '../harness/inbox.ts'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { steps, World, type Step } from './inboxSteps.ts'

let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(() => system.stop())

const anyStep: fc.Arbitrary<Step | 'cut' | 'connect'> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant<'send'>('send'), a: fc.nat(20), b: fc.nat(20) }) },
  {
    weight: 12,
    arbitrary: fc.record({
      what: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
      a: fc.nat(20),
      b: fc.nat(20),
    }),
  },
  { weight: 2, arbitrary: fc.constantFrom<'cut' | 'connect'>('cut', 'connect') },
)

test('whatever several people do, on devices that come and go: the inbox kept live is the one read again, and counts as the model does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), async (script) => {
      const world = new World(await Promise.all(['Ada', 'Bob', 'Cleo'].map((name) => Person.guest(system, name))))
      const devices = await Promise.all(world.people.map((person) => Inbox.read(person)))
      try {
        await live(world, devices, script)
      } finally {
        for (const device of devices) device.close()
      }
    }),
    { numRuns: 8, endOnFailure: false },
  )
})

async function live(world: World, devices: Inbox[], script: readonly (Step | 'cut' | 'connect')[]): Promise<void> {
  for (const device of devices) device.connect()
  await steps.start(world, 0, 1)
  let isCut = false
  for (const step of [...script, 'connect' as const]) {
    // Ada's device is the one that comes and goes.
    if (step === 'cut') devices[0]!.cut()
    else if (step !== 'connect') await steps[step.what](world, step.a, step.b)
    else if (isCut) devices[0]!.connect()
    isCut = step === 'cut' || (isCut && step !== 'connect')
    for (const [index, device] of devices.entries()) {
      if (index === 0 && isCut) continue
      await device.untilFresh()
      const counts = device.state.map(({ id, unreadCount, mentionCount }) => [id, [unreadCount, mentionCount]])
      expect(Object.fromEntries(counts)).toEqual(world.countsOf(world.people[index]!))
      expect(device.errors).toEqual([])
    }
  }
  for (const device of devices) expectEachOnceInOrder(device)
}

/** Except where a conversation was to be read again. */
function expectEachOnceInOrder({ events }: Inbox): void {
  for (const [, own] of Map.groupBy(events, ({ log }) => log)) {
    const positions = own.map(({ position }) => Number(position.split('@')[1]))
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
  }
}
