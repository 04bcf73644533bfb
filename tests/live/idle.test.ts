/** Devices that say nothing of themselves, and are not used. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { closeWatchers, guests, watchPresence, watchTyping } from './watching.ts'

let place: TestSystem
beforeAll(async () => void (place = await TestSystem.start({ PARLEY_IDLE_AWAY_MS: '3000' })))
afterAll(() => place.stop())
afterEach(closeWatchers)

const availabilityOf = async (viewer: Person, { id }: Person) =>
  (await viewer.get('query ($id: ID!) { user(id: $id) { presence { availability } } }', { id })).user.presence
    .availability

test('a connected device that is not used counts as away, which is told without anybody doing anything, and is back with its next request', async () => {
  const [ada, bob] = await guests(place, 'Ada', 'Bob')
  const id = await ada.startGroup('Idle', [bob])
  const watcher = watchPresence(ada, [bob])
  await watcher.until('how Bob is', ({ results }) => results.length > 0)
  watchTyping(bob, id)
  const told = () => watcher.results.map(({ presence }) => presence.availability as string)
  await watcher.until('Bob away', () => told().at(-1) === 'AWAY')
  expect(told()[0]).toBe('OFFLINE')
  expect(await availabilityOf(ada, bob)).toBe('AWAY')
  const before = told().length
  await bob.get('{ me { id } }')
  await watcher.until('Bob back', () => told().length > before)
  expect(told()[before]).toBe('ONLINE')
})
