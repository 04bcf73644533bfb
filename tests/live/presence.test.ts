/** Presence through the public API: who is there, for those whom it concerns. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { block, closeWatchers, guests, watch, watchPresence, watchTyping } from './watching.ts'

let place: TestSystem
beforeAll(async () => void (place = await TestSystem.start()))
afterAll(() => place.stop())
afterEach(closeWatchers)

test('presence follows all devices of those with whom one shares a conversation, and of nobody else', async () => {
  const [ada, bob, eve] = await guests(place, 'Ada', 'Bob', 'Eve')
  const id = await ada.startGroup('Presence', [bob])
  const watcher = watchPresence(ada, [bob, eve])
  await watcher.until('how both are', ({ results }) => results.length === 2)
  expect(watcher.results).toContainEqual({
    user: { id: bob.id, name: 'Bob' },
    presence: { availability: 'OFFLINE', lastSeenAt: null },
  })
  expect(watcher.results).toContainEqual({ user: { id: eve.id, name: 'Eve' }, presence: null })
  const device = watchTyping(bob, id)
  await watcher.until('Bob online', ({ last }) => last?.presence?.availability === 'ONLINE')
  const say = (availability: string) =>
    bob.get(
      'mutation ($input: SetPresenceInput!) { setPresence(input: $input) { user { presence { availability } } } }',
      {
        input: { availability },
      },
    )
  expect((await say('AWAY')).setPresence.user.presence.availability).toBe('AWAY')
  await watcher.until('Bob away', ({ last }) => last?.presence?.availability === 'AWAY')
  await say('ONLINE')
  await watcher.until('Bob back', ({ last }) => last?.presence?.availability === 'ONLINE')
  const query =
    'query ($id: ID!) { conversation(id: $id) { members { edges { node { user { name presence { availability } } } } } } }'
  const { conversation } = await ada.get(query, { id })
  const presences = conversation.members.edges.map(({ node }: { node: { user: unknown } }) => node.user)
  expect(presences).toContainEqual({ name: 'Bob', presence: { availability: 'ONLINE' } })
  await device.close()
  await watcher.until('Bob gone', ({ last }) => last?.presence?.availability === 'OFFLINE')
  expect(Date.parse(watcher.last!.presence.lastSeenAt)).toBeGreaterThan(Date.now() - 60_000)
})

test('a block hides presence both ways at once, and taking it back shows it again', async () => {
  const [ada, bob] = await guests(place, 'Ada', 'Bob')
  await ada.startGroup('Blocks', [bob])
  const [ofBob, ofAda] = [watchPresence(ada, [bob]), watchPresence(bob, [ada])]
  for (const one of [ofBob, ofAda]) await one.until('online', ({ last }) => last?.presence?.availability === 'ONLINE')
  await block(ada, bob)
  for (const one of [ofBob, ofAda]) await one.until('nothing', ({ last }) => last?.presence === null)
  await block(ada, bob, false)
  for (const one of [ofBob, ofAda]) await one.until('it again', ({ last }) => last?.presence?.availability === 'ONLINE')
})

test('who leaves the last conversation that two share is hidden from the other, and sees nothing of them', async () => {
  const [ada, bob] = await guests(place, 'Ada', 'Bob')
  const id = await ada.startGroup('Leaving', [bob])
  const [ofBob, ofAda] = [watchPresence(ada, [bob]), watchPresence(bob, [ada])]
  for (const one of [ofBob, ofAda]) await one.until('online', ({ last }) => last?.presence?.availability === 'ONLINE')
  await ada.remove(id, bob)
  for (const one of [ofBob, ofAda]) await one.until('nothing', ({ last }) => last?.presence === null)
})

test('too many users, nobody, and no viewer are refused with their code', async () => {
  const [ada] = await guests(place, 'Ada')
  const many = Array.from({ length: 101 }, (_, index) => ({ ...ada, id: `u${index}` }) as unknown as Person)
  for (const others of [many, []]) {
    const watcher = watchPresence(ada, others)
    await watcher.until('the refusal', ({ errors }) => errors.length > 0)
    expect(watcher.errors[0]?.code).toBe('INVALID_INPUT')
  }
  const ids = ['no user/at all']
  const odd = watch(
    ada,
    'subscription ($ids: [ID!]!) { presenceChanged(userIds: $ids) { presence { availability } } }',
    {
      ids,
    },
  )
  await odd.until('nothing of nobody', ({ results }) => results.length === 1)
  expect(odd.last?.presence).toBeNull()
  const named = watchPresence(ada, [{ id: 'a handle in place of an id' } as Person])
  await named.until('that there is nobody', ({ errors }) => errors.length === 1)
  expect(named.errors[0]?.message).toBe('There is no such user.')
})
