import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { gate } from '../../testing/gate.ts'
import { live } from '../../testing/live.ts'
import { startStates } from '../../testing/startStates.ts'
import { until } from '../../../../platform/time/until.ts'
import { readersWeather } from '../../testing/weather.ts'

let given: ReturnType<typeof startStates>
beforeEach(() => void (given = startStates()))
afterEach(() => given.states.close())

test('a subscriber gets what is now, then what changes, of every topic it names', async () => {
  const { station, subscribe } = given
  await station.measure('oslo', 1)
  await station.measure('rome', 20)
  const ada = subscribe(['oslo', 'rome', 'bonn'])
  await until(() => ada.told.length === 2)
  await station.measure('bonn', 10)
  await station.measure('oslo', 2)
  await until(() => ada.told.length === 4)
  expect(ada.told.sort()).toEqual(['bonn/roof 10', 'oslo/roof 1', 'oslo/roof 2', 'rome/roof 20'])
})

test('however many follow a topic, it is subscribed once, a state is resolved once, and nothing stays when they leave', async () => {
  const { station, subscribe, pubsub, states, count } = given
  const crowd = Array.from({ length: 20 }, (_, index) => subscribe(['oslo'], { viewer: `u${index}` }))
  for (const one of crowd) await live(one)
  const before = pubsub.listeners
  station.resolved = 0
  await station.measure('oslo', 1)
  await until(() => crowd.every(({ told }) => told.length === 1))
  expect(station.resolved).toBe(1)
  for (const { subscription } of crowd) subscription.stop()
  await until(() => pubsub.listeners === before - 1)
  expect(states.size).toBe(0)
  expect([await count('subscriptions'), await count('topics'), await count('groups')]).toEqual([0, 0, 0])
})

test('what differs between viewers is resolved for each of them', async () => {
  const { station, subscribe } = given
  const both = ['ada', 'bob'].map((viewer) => subscribe(['oslo'], { viewer, query: readersWeather }))
  for (const one of both) await live(one)
  await station.measure('oslo', 1)
  await until(() => both.every(({ told }) => told.length === 1))
  expect(both.map(({ results }) => results[0])).toMatchObject([
    { data: { weather: { reader: 'ada' } } },
    { data: { weather: { reader: 'bob' } } },
  ])
})

test('the newest of a key counts, whatever overtakes it on the way; a state that says the same is no news', async () => {
  const { station, subscribe, pubsub } = given
  const ada = subscribe(['oslo'])
  await live(ada)
  pubsub.reliable = false
  for (const celsius of [1, 2, 3, 3]) await station.measure('oslo', celsius)
  const [one, two, three, again] = pubsub.underWay
  for (const message of [two!, one!, three!, again!, two!]) {
    pubsub.deliver(message)
    const known = ada.told.length
    await until(() => ada.told.length >= Math.max(known, 1))
  }
  await until(() => ada.told.at(-1) === 'oslo/roof 3')
  expect(ada.told.filter((text) => text === 'oslo/roof 1')).toEqual([])
  expect(ada.told.filter((text) => text === 'oslo/roof 3')).toHaveLength(1)
})

test('a state that was published while its topic was being opened is not overtaken by the older opening', async () => {
  const { station, subscribe } = given
  await station.measure('oslo', 1)
  const { opened, open } = gate()
  station.beforeOpening = () => opened
  const ada = subscribe(['oslo'])
  await until(() => station.opened.length === 1)
  await station.measure('oslo', 2)
  open()
  await until(() => ada.told.length > 0)
  expect(ada.told).toEqual(['oslo/roof 2'])
})

test('a state ends by itself, for those who saw it begin and for nobody who comes later', async () => {
  const { station, subscribe } = given
  const [ada, bob] = [subscribe(['oslo']), subscribe(['oslo'])]
  await live(ada)
  await live(bob)
  const then = station.payload('oslo', 'roof', null)
  await station.measure('oslo', 1, { lastsMs: 60, then })
  await until(() => ada.told.length === 2 && bob.told.length === 2)
  expect(ada.told).toEqual(['oslo/roof 1', 'oslo/roof null'])
  station.states.clear()
  const late = subscribe(['oslo'])
  await live(late)
  await station.measure('oslo', 5)
  await until(() => late.told.length > 0)
  expect(late.told).toEqual(['oslo/roof 5'])
})

test('a state that is told again in time does not end, and those who follow hear nothing of it', async () => {
  const { station, subscribe } = given
  const ada = subscribe(['oslo'])
  await live(ada)
  const then = station.payload('oslo', 'roof', null)
  await station.measure('oslo', 1, { lastsMs: 60, then })
  await station.measure('oslo', 1, { lastsMs: 600_000, then })
  const fence = subscribe(['rome'])
  await live(fence)
  await station.measure('rome', 1, { lastsMs: 120, then: station.payload('rome', 'roof', null) })
  await until(() => fence.told.length === 2)
  expect(ada.told).toEqual(['oslo/roof 1'])
})

test('a slow reader gets the newest of each key only, and all of them', async () => {
  const { station, subscribe, count } = given
  const ada = subscribe(['oslo'])
  await live(ada)
  const { opened, open } = gate()
  let isSlow = true
  ada.pace = () => (isSlow ? opened : undefined)
  const bob = subscribe(['oslo'])
  await live(bob)
  for (let celsius = 1; celsius <= 50; celsius++) {
    for (const sensor of ['roof', 'cellar']) await station.measure('oslo', celsius, { sensor })
    await until(() => bob.told.includes(`oslo/cellar ${celsius}`) && bob.told.includes(`oslo/roof ${celsius}`))
  }
  expect(ada.told).toEqual([])
  isSlow = false
  open()
  await until(() => ada.told.length === 2)
  expect(ada.told.sort()).toEqual(['oslo/cellar 50', 'oslo/roof 50'])
  expect(await count('conflated_total')).toBe(98)
})

test('while a state is being resolved, only the newest of those that follow waits', async () => {
  const { station, subscribe } = given
  const ada = subscribe(['oslo'])
  await live(ada)
  const { opened, open } = gate()
  station.resolved = 0
  station.beforeResolving = () => opened
  for (let celsius = 1; celsius <= 50; celsius++) await station.measure('oslo', celsius)
  await until(() => station.resolved === 1)
  open()
  await until(() => ada.told.at(-1) === 'oslo/roof 50')
  expect(station.resolved).toBe(2)
})

test('what a topic keeps is bounded, however many keys it has', async () => {
  await given.states.close()
  given = startStates({ stateKeys: 3 })
  const { station, subscribe } = given
  const ada = subscribe(['oslo'])
  await live(ada)
  for (let index = 0; index < 10; index++) {
    await station.measure('oslo', index, { sensor: `s${index}` })
    await until(() => ada.told.length === index + 1)
  }
  station.states.clear()
  const late = subscribe(['oslo'])
  await until(() => late.told.length === 3)
  expect(late.told.sort()).toEqual(['oslo/s7 7', 'oslo/s8 8', 'oslo/s9 9'])
})

test('too many topics, and an owner that is away, are answered with their code', async () => {
  await given.states.close()
  given = startStates({ statesPerSubscription: 2 })
  const { station, subscribe } = given
  expect(() => subscribe(['a', 'b', 'c'])).toThrow('at most 2 topics')
  station.strangers.add('eve')
  const eve = subscribe(['oslo'], { viewer: 'eve' })
  await until(() => eve.codes.length === 1)
  expect(eve.codes).toEqual(['FORBIDDEN'])
  expect(given.states.size).toBe(0)
})
