import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { Inbox } from '../harness/inbox.ts'
import { Processes } from '../harness/processes.ts'
import { Stream } from '../harness/stream.ts'
import { until } from '../../platform/time/until.ts'
import { Person } from '../harness/person.ts'
import { Watcher } from '../harness/watcher.ts'
import { aTalk, endTalks, expectSeen, expectStored } from './talk.ts'

let processes: Processes
beforeAll(async () => {
  processes = await Processes.start()
})
// Whatever became of a test, the next one finds every process up.
afterEach(async () => {
  await endTalks()
  await processes.startMissing()
})
afterAll(() => processes.end())

describe('I7: kill -9 of a fanout worker in the middle of a stream', () => {
  test('loses and repeats nothing: the other one takes over, and gives back what the killed one takes up again', async () => {
    const talk = await aTalk(processes, 'Two fanouts')
    const before = await published()
    const stream = talk.stream()
    await stream.more(20)
    const busy = await busyFanout(before)
    await busy.kill()
    const seen = talk.listeners[0].texts.length
    await stream.more(20)
    await talk.listeners[0].until(({ texts }) => texts.length > seen + 20)
    await busy.start()
    await stream.more(20)
    const acknowledged = await stream.stop()
    expect(stream.failures).toEqual([])
    for (const listener of talk.listeners) await expectSeen(talk, listener)
    await expectStored(talk, acknowledged)
  })

  test('with no other one running loses and repeats nothing: a new one goes on where it ended', async () => {
    const talk = await aTalk(processes, 'No fanout')
    const stream = talk.stream()
    await stream.more(20)
    await Promise.all(processes.fanouts.map((fanout) => fanout.kill()))
    await stream.more(20)
    await processes.fanouts[0].start()
    await stream.more(20)
    const acknowledged = await stream.stop()
    expect(stream.failures).toEqual([])
    for (const listener of talk.listeners) await expectSeen(talk, listener)
    await expectStored(talk, acknowledged)
  })

  const published = () => Promise.all(processes.fanouts.map((fanout) => fanout.counter('parley_fanout_events_total')))

  /** The one that has the conversation's partition. */
  async function busyFanout(before: number[]) {
    let busy = -1
    await until(async () => {
      const now = await published()
      busy = now.findIndex((count, index) => count > before[index]! + 5)
      return busy >= 0
    }, 'neither worker has published')
    return processes.fanouts[busy]!
  }
})

test('I7: kill -9 of the relay, and a new start, in the middle of a stream loses and repeats nothing', async () => {
  const talk = await aTalk(processes, 'Without a relay')
  const stream = talk.stream()
  await stream.more(20)
  await processes.relay.kill()
  await stream.more(20)
  await processes.relay.start()
  await stream.more(20)
  const acknowledged = await stream.stop()
  expect(stream.failures).toEqual([])
  await expectStored(talk, acknowledged)
  for (const listener of talk.listeners) await expectSeen(talk, listener)
})

describe('I7: kill -9 of a router in the middle of a stream', () => {
  test('its clients go on at the other one with `after`, and at the same one once it is back, without gap or repeat', async () => {
    const talk = await aTalk(processes, 'One door closes')
    const [here, there] = processes.places
    const staying = await talk.cyd.at(here).listen(talk.conversationId, { after: 0, resume: true })
    const stream = talk.stream()
    await stream.more(20)
    const [cut, whole] = talk.listeners
    await cut.until(({ texts }) => texts.length > 0)
    await processes.routers[0].kill()
    await cut.until(({ ended }) => ended)
    await stream.more(20)
    const moved = await talk.cyd.at(there).listen(talk.conversationId, { after: cut.revs.at(-1) })
    await stream.more(20)
    await processes.routers[0].start()
    await stream.more(20)
    const acknowledged = await stream.stop()
    await expectStored(talk, acknowledged)
    await expectSeen(talk, whole)
    await expectSeen(talk, staying)
    await moved.until(({ revs }) => revs.at(-1) === whole.revs.at(-1))
    expect([...cut.revs, ...moved.revs]).toEqual(whole.revs)
    expect([...cut.texts, ...moved.texts]).toEqual(whole.texts)
    await Promise.all([staying, moved].map((listener) => listener.close()))
  })

  test('an inbox goes on at the other one, over all its conversations, each event once', async () => {
    const talk = await aTalk(processes, 'One of two')
    const [here, there] = processes.places
    const other = await talk.ada.startGroup('Two of two', [talk.bob, talk.cyd])
    const inbox = await Inbox.read(talk.cyd.at(here))
    inbox.connect()
    const streams = [talk.stream(), Stream.start([talk.ada, talk.bob], other, processes.places)]
    const more = () => Promise.all(streams.map((stream) => stream.more(15)))
    try {
      await more()
      await inbox.until(({ events }) => events.length > 0)
      await processes.routers[0].kill()
      await more()
      inbox.cut()
      inbox.moveTo(talk.cyd.at(there))
      inbox.connect()
      await more()
      await Promise.all(streams.map((stream) => stream.stop()))
      await inbox.untilFresh()
    } finally {
      for (const stream of streams) stream.abandon()
      inbox.close()
    }
    for (const id of [talk.conversationId, other]) {
      const revs = inbox.events.flatMap(({ log, rev }) => (log === id && rev !== undefined ? [rev] : []))
      expect(revs).toEqual(Array.from({ length: revs.at(-1)! - revs[0]! + 1 }, (_, index) => revs[0]! + index))
    }
  })
})

test('kill -9 of a router takes the presence of its connections with it, and nobody else; those who come back are seen again', async () => {
  const [here, there] = processes.places
  const [ada, bob, cyd] = await Promise.all([
    Person.guest(there, 'Ada'),
    Person.guest(here, 'Bob'),
    Person.guest(there, 'Cyd'),
  ])
  const conversationId = await ada.startGroup('Presence', [bob, cyd])
  const query = 'subscription ($id: ID!) { typing(conversationId: $id) { isTyping } }'
  const presence = `subscription ($ids: [ID!]!) { presenceChanged(userIds: $ids) { user { id } presence { availability lastSeenAt } } }`
  const watcher = Watcher.open(ada, presence, { ids: [bob.id, cyd.id] })
  const of = (person: Person) => watcher.results.findLast(({ user }) => user.id === person.id)?.presence
  const devices = [bob, cyd].map((person) => Watcher.open(person, query, { id: conversationId }))
  try {
    await watcher.until('both online', () => [bob, cyd].every((person) => of(person)?.availability === 'ONLINE'))
    const before = Date.now()
    await processes.routers[0].kill()
    await watcher.until('Bob offline', () => of(bob)?.availability === 'OFFLINE')
    expect(Date.parse(of(bob).lastSeenAt)).toBeGreaterThan(before - 60_000)
    expect(of(cyd).availability).toBe('ONLINE')
    expect(watcher.results.filter(({ user }) => user.id === cyd.id)).not.toContainEqual(
      expect.objectContaining({
        presence: expect.objectContaining({ availability: 'OFFLINE', lastSeenAt: expect.any(String) }),
      }),
    )
    await processes.routers[0].start()
    await watcher.until('Bob online again', () => of(bob)?.availability === 'ONLINE')
  } finally {
    await Promise.all([watcher, ...devices].map((one) => one.close()))
  }
})
