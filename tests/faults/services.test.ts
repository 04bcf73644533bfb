import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { kill, serviceNames, start } from '../../docker/services/services.ts'
import { Processes } from '../harness/processes.ts'
import { aTalk, endTalks, expectSeen, expectStored } from './talk.ts'

let processes: Processes
beforeAll(async () => {
  processes = await Processes.start()
})
// Whatever became of a test, the next one finds everything up.
afterEach(async () => {
  await endTalks()
  await Promise.all(serviceNames.map((name) => start(name)))
  await processes.startMissing()
})
afterAll(() => processes.end())

test('I7: a restart of Redis in the middle of a stream loses and repeats nothing, and closes no socket', async () => {
  const talk = await aTalk(processes, 'Redis')
  const stream = talk.stream()
  await stream.more(20)
  await kill('redis')
  await stream.more(20)
  await start('redis')
  await stream.more(20)
  const acknowledged = await stream.stop()
  expect(stream.failures).toEqual([])
  for (const listener of talk.listeners) {
    await expectSeen(talk, listener)
    expect(listener.ended).toBe(false)
  }
  await expectStored(talk, acknowledged)
  expectAllAlive()
})

test('I7: while Kafka is away sends succeed, and arrive once and in order when it is back', async () => {
  const talk = await aTalk(processes, 'Kafka')
  const stream = talk.stream()
  await stream.more(20)
  await kill('kafka')
  await stream.more(40)
  await start('kafka')
  await stream.more(20)
  const acknowledged = await stream.stop()
  expect(stream.failures).toEqual([])
  await expectStored(talk, acknowledged)
  for (const listener of talk.listeners) {
    await expectSeen(talk, listener)
    expect(listener.ended).toBe(false)
  }
  expectAllAlive()
})

test('I7: a restart of MySQL in the middle of a stream loses no acknowledged send, and a retried one is stored once', async () => {
  const talk = await aTalk(processes, 'MySQL')
  const stream = talk.stream()
  await stream.more(20)
  await kill('mysql')
  await start('mysql')
  await stream.more(20)
  const acknowledged = await stream.stop()
  expect(stream.failures).not.toEqual([])
  await expectStored(talk, acknowledged)
  for (const listener of talk.listeners) await expectSeen(talk, listener)
  expectAllAlive()
})

function expectAllAlive(): void {
  expect(processes.all.filter(({ isRunning }) => !isRunning).map(({ role, output }) => ({ role, output }))).toEqual([])
}
