import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { gate } from '../../testing/gate.ts'
import { live } from '../../testing/live.ts'
import { startStates } from '../../testing/startStates.ts'
import { until } from '../../../../platform/time/until.ts'

/** What a viewer may see changes while they look (I6), or pub/sub was away meanwhile. */
let given: ReturnType<typeof startStates>
beforeEach(() => void (given = startStates()))
afterEach(() => given.states.close())

test('who may see nothing more gets nothing that was published after it was said, and the end', async () => {
  const { station, subscribe } = given
  const [eve, bob] = ['eve', 'bob'].map((viewer) => subscribe(['oslo'], { viewer }))
  await live(eve!)
  await live(bob!)
  const { opened, open } = gate()
  station.beforeOpening = () => opened
  station.strangers.add('eve')
  await station.tell({ viewers: ['eve'] })
  await station.measure('oslo', 1)
  await until(() => bob!.told.length === 1)
  open()
  await until(() => eve!.completed === 1)
  expect(eve!.told).toEqual([])
  expect(eve!.errors).toEqual([])
})

test('what was held while a viewer was asked about is handed over where they still may see it, the newest only', async () => {
  const { station, subscribe } = given
  const ada = subscribe(['oslo'], { viewer: 'ada' })
  await live(ada)
  const { opened, open } = gate()
  station.beforeOpening = () => opened
  await station.tell({ viewers: ['ada'] })
  const bob = subscribe(['oslo'], { viewer: 'bob' })
  for (const celsius of [1, 2, 3]) await station.measure('oslo', celsius)
  expect(ada.told).toEqual([])
  open()
  await until(() => ada.told.length > 0)
  await live(bob)
  expect(ada.told.at(-1)).toBe('oslo/roof 3')
  expect(ada.completed).toBe(0)
})

test('a change that is told while an opening is under way has the owner asked once more', async () => {
  const { station, subscribe } = given
  await station.measure('oslo', 1)
  const { opened, open } = gate()
  station.beforeOpening = () => opened
  const eve = subscribe(['oslo'], { viewer: 'eve' })
  await until(() => station.opened.length === 1)
  await station.tell({ topics: ['weather:oslo'] })
  open()
  await live(eve)
  expect(station.opened).toHaveLength(2)
})

test('of several topics one may end alone, with a last word, and come back', async () => {
  const { station, subscribe } = given
  await station.measure('oslo', 1)
  await station.measure('rome', 20)
  const eve = subscribe(['oslo', 'rome'], { viewer: 'eve' })
  await until(() => eve.told.length === 2)
  station.barred.set('oslo', new Set(['eve']))
  await station.tell({ topics: ['weather:oslo'] })
  await until(() => eve.told.length === 3)
  expect(eve.told[2]).toBe('oslo/none null')
  await station.measure('oslo', 2)
  await station.measure('rome', 21)
  await until(() => eve.told.length === 4)
  expect(eve.told[3]).toBe('rome/roof 21')
  station.barred.clear()
  await station.tell({ viewers: ['eve'] })
  await until(() => eve.told.length === 5)
  expect(eve.told[4]).toBe('oslo/roof 2')
})

test('after pub/sub was away, the state is read anew, and whoever may not see it any more is cut off', async () => {
  const { station, subscribe, pubsub } = given
  await station.measure('oslo', 1)
  const [ada, eve] = ['ada', 'eve'].map((viewer) => subscribe(['oslo'], { viewer }))
  await until(() => ada!.told.length === 1 && eve!.told.length === 1)
  pubsub.breakConnection()
  await station.measure('oslo', 2)
  station.strangers.add('eve')
  pubsub.restoreConnection()
  await until(() => ada!.told.length === 2 && eve!.completed === 1)
  expect(ada!.told).toEqual(['oslo/roof 1', 'oslo/roof 2'])
  expect(eve!.told).toEqual(['oslo/roof 1'])
})

test('an owner that is away when it is asked anew ends nobody: it is asked until it answers', async () => {
  const { station, subscribe } = given
  const ada = subscribe(['oslo'], { viewer: 'ada' })
  await live(ada)
  station.isAway = true
  await station.tell({ viewers: ['ada'] })
  await until(() => station.opened.length >= 3)
  station.isAway = false
  await station.measure('oslo', 1)
  await until(() => ada.told.length === 1)
  expect(ada.errors).toEqual([])
})

test('of a topic one key may be withheld from a viewer, also one that is told already, and come back', async () => {
  const { station, subscribe } = given
  await station.measure('oslo', 1)
  await station.measure('oslo', 5, { sensor: 'cellar' })
  const [ada, eve] = ['ada', 'eve'].map((viewer) => subscribe(['oslo'], { viewer }))
  await until(() => ada!.told.length === 2 && eve!.told.length === 2)
  station.withheld.set('oslo cellar', new Set(['eve']))
  await station.tell({ viewers: ['eve'] })
  await until(() => eve!.told.length === 3)
  expect(eve!.told[2]).toBe('oslo/cellar null')
  await station.measure('oslo', 6, { sensor: 'cellar' })
  await station.measure('oslo', 2)
  await until(() => eve!.told.length === 4 && ada!.told.length === 4)
  expect(eve!.told[3]).toBe('oslo/roof 2')
  expect(ada!.told.slice(2).sort()).toEqual(['oslo/cellar 6', 'oslo/roof 2'])
  const late = subscribe(['oslo'], { viewer: 'eve' })
  await live(late)
  await until(() => late.told.length === 1)
  expect(late.told).toEqual(['oslo/roof 2'])
  station.withheld.clear()
  await station.tell({ viewers: ['eve'] })
  await until(() => eve!.told.length === 5 && late.told.length === 2)
  expect([eve!.told[4], late.told[1]]).toEqual(['oslo/cellar 6', 'oslo/cellar 6'])
})

test('what is given back while it is still being said that it was withdrawn has the last word', async () => {
  const { station, subscribe } = given
  const ada = subscribe(['oslo'], { viewer: 'ada' })
  await live(ada)
  await station.measure('oslo', 1)
  await until(() => ada.told.length === 1)
  const { opened, open } = gate()
  station.beforeResolving = () => opened
  station.withheld.set('oslo roof', new Set(['ada']))
  await station.tell({ viewers: ['ada'] })
  await until(() => station.resolved === 2, 'it is being said')
  station.beforeResolving = () => undefined
  station.withheld.clear()
  await station.tell({ viewers: ['ada'] })
  await until(() => ada.told.length === 2, 'it is given back')
  open()
  await station.measure('oslo', 2)
  await until(() => ada.told.includes('oslo/roof 2'))
  expect(ada.told).toEqual(['oslo/roof 1', 'oslo/roof 1', 'oslo/roof 2'])
})
