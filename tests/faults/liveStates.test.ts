/** Redis out of reach, for what is state: nothing that was missed stays wrong, and nobody sees what they may not see any more. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { TcpProxy } from '../../platform/network/tcpProxy.ts'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { type, watchPresence, watchTyping, closeWatchers } from '../live/watching.ts'

let proxy: TcpProxy
let place: TestSystem
beforeAll(async () => {
  const url = new URL(process.env.PARLEY_REDIS_URL!)
  proxy = await TcpProxy.open({ host: url.hostname, port: Number(url.port || 6379) })
  url.host = `127.0.0.1:${proxy.port}`
  place = await TestSystem.start({ PARLEY_REDIS_URL: url.href })
})
afterAll(async () => {
  await closeWatchers()
  await place?.stop()
  await proxy?.close()
})

test('after Redis was out of reach, presence and typing are what they are, and who was removed meanwhile sees nothing', async () => {
  const patience = 60_000
  const [ada, bob, eve] = (await Promise.all(['Ada', 'Bob', 'Eve'].map((name) => Person.guest(place, name)))) as [
    Person,
    Person,
    Person,
  ]
  const id = await ada.startGroup('Outage', [bob, eve])
  const watcher = watchPresence(ada, [bob, eve])
  const of = (person: Person) => watcher.results.findLast(({ user }) => user.id === person.id)?.presence
  const [bobs, eves] = [watchTyping(bob, id), watchTyping(eve, id)]
  await watcher.until('both', () => [bob, eve].every((one) => of(one)?.availability === 'ONLINE'), patience)
  await type(ada, id)
  await bobs.until('typing', ({ last }) => last?.isTyping, patience)

  await proxy.cut()
  const query = 'mutation ($input: SetTypingInput!) { setTyping(input: $input) { isTyping } }'
  expect(await ada.refusal(query, { input: { conversationId: id, isTyping: true } })).toBe('UNAVAILABLE')
  await ada.remove(id, eve)
  await bobs.close()
  await proxy.restore()

  await eves.until('the end', ({ isCompleted }) => isCompleted, patience)
  await watcher.until('that Bob is gone', () => of(bob)?.availability === 'OFFLINE', patience)
  await watcher.until('that Eve is hidden', () => of(eve) === null, patience)
  const again = watchTyping(bob, id)
  await watcher.until('Bob again', () => of(bob)?.availability === 'ONLINE', patience)
  const seen = eves.results.length
  await type(ada, id)
  await again.until('typing', ({ last }) => last?.isTyping, patience)
  expect(eves.results.length).toBe(seen)
  expect(watcher.errors).toEqual([])
})
