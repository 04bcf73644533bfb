import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { kill, serviceNames, start } from '../../docker/services/services.ts'
import { Person } from '../harness/person.ts'
import { Processes } from '../harness/processes.ts'
import { aTalk, endTalks, expectSeen, expectStored } from './talk.ts'

let processes: Processes
beforeAll(async () => {
  processes = await Processes.start()
})
// Whatever became of a test, the next one finds everything up.
afterEach(async () => {
  await endTalks()
  await kill('kafka', 'SIGCONT').catch(() => {}) // it does not run, and is started
  await Promise.all(serviceNames.map((name) => start(name)))
  await processes.startMissing()
})
afterAll(() => processes.end())

test('I1, I3: two routers and two messages subgraphs at once give one order, without a hole, to all', async () => {
  const talk = await aTalk(processes, 'Two of each')
  const streams = [talk.stream(), talk.stream(), talk.stream()]
  await Promise.all(streams.map((stream) => stream.more(50)))
  const acknowledged = (await Promise.all(streams.map((stream) => stream.stop()))).flat()
  expect(streams.flatMap(({ failures }) => failures)).toEqual([])
  await expectStored(
    talk,
    acknowledged.sort((a, b) => a.seq - b.seq),
  )
  for (const listener of talk.listeners) await expectSeen(talk, listener)
})

describe('I7: kill -9 of a messages subgraph', () => {
  test('that has committed and not published loses nothing: the relay publishes', async () => {
    const talk = await aTalk(processes, 'Committed')
    const [messages] = processes.messages
    await kill('kafka')
    const acknowledged = [
      await talk.ada.send(talk.conversationId, 'one'),
      await talk.ada.send(talk.conversationId, 'two'),
    ]
    await messages.kill()
    await start('kafka')
    await Promise.all(talk.listeners.map((listener) => listener.until(({ texts }) => texts.length >= 2)))
    expect(messages.isRunning).toBe(false)
    expect(await processes.relay.counter('parley_relay_events_total')).toBeGreaterThanOrEqual(2)
    await messages.start()
    acknowledged.push(await talk.ada.send(talk.conversationId, 'three'))
    for (const listener of talk.listeners) await expectSeen(talk, listener)
    await expectStored(talk, acknowledged)
  })

  test('while its events are on the way to a log that does not answer repeats none of them', async () => {
    const talk = await aTalk(processes, 'On the way')
    const [messages] = processes.messages
    await kill('kafka', 'SIGSTOP')
    const acknowledged = [
      await talk.ada.send(talk.conversationId, 'one'),
      await talk.ada.send(talk.conversationId, 'two'),
    ]
    await messages.kill()
    await kill('kafka', 'SIGCONT')
    await start('kafka')
    await Promise.all([
      messages.start(),
      ...talk.listeners.map((listener) => listener.until(({ texts }) => texts.length >= 2)),
    ])
    acknowledged.push(await talk.ada.send(talk.conversationId, 'three'))
    for (const listener of talk.listeners) await expectSeen(talk, listener)
    await expectStored(talk, acknowledged)
  })

  test('in the middle of a stream loses and repeats nothing: senders go on with the other one', async () => {
    const talk = await aTalk(processes, 'In a stream')
    const stream = talk.stream()
    await stream.more(20)
    await processes.messages[0].kill()
    await stream.more(20)
    await processes.messages[0].start()
    await stream.more(20)
    const acknowledged = await stream.stop()
    expect(stream.failures).not.toEqual([])
    await expectStored(talk, acknowledged)
    for (const listener of talk.listeners) await expectSeen(talk, listener)
  })
})

describe('I7: kill -9, and a new start, in the middle of a stream', () => {
  test.each(['users', 'conversations'] as const)(
    'of %s loses and repeats nothing: subscriptions wait for it, or come back when they are told to',
    async (role) => {
      const talk = await aTalk(processes, `Without ${role}`, { resume: true })
      const stream = talk.stream()
      await stream.more(20)
      await processes[role].kill()
      await processes[role].start()
      await stream.more(20)
      await expectStored(talk, await stream.stop())
      for (const listener of talk.listeners) await expectSeen(talk, listener)
    },
  )
})

test('a block is not acknowledged while conversations cannot be told of it; repeated after that it holds', async () => {
  const { ada, bob } = await aTalk(processes, 'A block')
  const { openDirectConversation } = await ada.get(
    'mutation ($id: ID!) { openDirectConversation(input: {userId: $id}) { conversation { id } } }',
    { id: bob.id },
  )
  const { id } = openDirectConversation.conversation
  const block = 'mutation ($id: ID!) { blockUser(input: {userId: $id}) { user { id } } }'
  await processes.conversations.kill()
  expect(await bob.refusal(block, { id: ada.id })).toBe('UNAVAILABLE')
  await ada.send(id, 'not blocked yet')
  await processes.conversations.start()
  await bob.get(block, { id: ada.id })
  const input = { conversationId: id, text: 'blocked', clientMessageId: 'b1' }
  expect(await ada.refusal(Person.sendMutation, { input })).toBe('NOT_CONTACTABLE')
})
