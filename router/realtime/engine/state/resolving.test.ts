import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Forbidden, Unavailable } from '../../../../platform/errors.ts'
import { gate } from '../../testing/gate.ts'
import { live } from '../../testing/live.ts'
import { startStates } from '../../testing/startStates.ts'
import { until } from '../../../../platform/time/until.ts'

/** Whose credentials a state is resolved with, and what becomes of it where they do not do. */
let given: ReturnType<typeof startStates>
beforeEach(() => void (given = startStates({ resolvePatienceMs: 200 })))
afterEach(() => given.states.close())

test('what failed for someone who has left meanwhile is resolved anew for those who came', async () => {
  const { station, subscribe } = given
  const { opened, open } = gate()
  station.beforeResolving = () => opened
  station.failing = (viewer) => (viewer === 'ada' ? new Forbidden('Not for you any more.') : undefined)
  await station.measure('oslo', 1)
  const ada = subscribe(['oslo'], { viewer: 'ada' })
  await until(() => station.resolved === 1)
  const bob = subscribe(['oslo'], { viewer: 'bob' })
  await live(bob)
  ada.subscription.stop()
  open()
  await until(() => bob.results.length > 0)
  expect(bob.told).toEqual(['oslo/roof 1'])
  expect([ada.results, bob.errors]).toEqual([[], []])
})

test('a state that changes while its only follower is replaced is told to the one who came, never emptied', async () => {
  const { station, subscribe } = given
  const ada = subscribe(['oslo'], { viewer: 'ada' })
  await live(ada)
  const { opened, open } = gate()
  station.beforeResolving = () => opened
  await station.measure('oslo', 1)
  await station.measure('oslo', 2)
  ada.subscription.stop()
  const bob = subscribe(['oslo'], { viewer: 'bob' })
  open()
  await until(() => bob.results.length > 0)
  expect(bob.told).toEqual(['oslo/roof 2'])
})

test('a state that comes while its only follower’s token is over is told as soon as it is renewed', async () => {
  const { station, subscribe } = given
  const ada = subscribe(['oslo'], { viewer: 'ada' })
  await live(ada)
  station.expired.add('ada')
  await station.measure('oslo', 1)
  await until(() => station.resolved > 1)
  expect(ada.results).toEqual([])
  station.expired.delete('ada')
  await until(() => ada.results.length > 0)
  expect(ada.told).toEqual(['oslo/roof 1'])
})

test('a part of the graph that stays away ends those who wait for it with UNAVAILABLE: nobody is told an emptied state', async () => {
  const { station, subscribe, states } = given
  const [ada, bob] = [subscribe(['oslo'], { viewer: 'ada' }), subscribe(['rome'], { viewer: 'bob' })]
  await live(ada)
  await live(bob)
  station.failing = () => new Unavailable('Away.')
  await station.measure('oslo', 1)
  await until(() => ada.errors.length > 0)
  const late = subscribe(['oslo'], { viewer: 'late' })
  await until(() => late.errors.length > 0)
  expect([ada.codes, ada.results, late.codes, late.results]).toEqual([['UNAVAILABLE'], [], ['UNAVAILABLE'], []])
  expect(bob.subscription.state).toBe('live')
  expect(states.size).toBe(1)
})

test('a token that ends while a topic is being opened is waited for, and no error is told', async () => {
  const { station, subscribe } = given
  await station.measure('oslo', 1)
  station.expired.add('ada')
  const ada = subscribe(['oslo'], { viewer: 'ada' })
  await until(() => station.opened.length === 1)
  station.expired.delete('ada')
  await until(() => ada.told.length === 1)
  expect(ada.errors).toEqual([])
})

test('a state that comes in whatever moment after the one before was told is told too', async () => {
  const { station, subscribe } = given
  const ada = subscribe(['oslo'], { viewer: 'ada' })
  await live(ada)
  const { next } = ada
  ada.next = (result) => {
    next.call(ada, result)
    // In the same step, and after one, two, three … steps of what goes on behind.
    const steps = ada.results.length
    if (steps < 20) void afterSteps(steps - 1, () => station.measure('oslo', steps + 1))
  }
  await station.measure('oslo', 1)
  await until(() => ada.results.length === 20)
  expect(ada.told).toEqual(Array.from({ length: 20 }, (_, index) => `oslo/roof ${index + 1}`))
})

async function afterSteps(count: number, act: () => unknown): Promise<void> {
  for (let step = 0; step < count; step++) await undefined
  act()
}
