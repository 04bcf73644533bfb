import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'

let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(() => system.stop())

test('I1: acknowledged sends are in the history with the seq they were told, and no seq is missing', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Many at once', [bob])
  const acknowledged = await Promise.all(
    Array.from({ length: 120 }, (_, n) => (n % 2 ? ada : bob).send(group, `message ${n}`)),
  )
  const history = await bob.history(group, 33)
  expect(history.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, n) => n + 1))
  expect(new Set(history.map(({ id }) => id)).size).toBe(120)
  const bySeq = acknowledged.toSorted((a, b) => a.seq - b.seq)
  expect(history).toEqual(bySeq)
})

test('I1: what was acknowledged is still there after a restart', async () => {
  const ada = await Person.guest(system, 'Ada')
  const group = await ada.startGroup('Kept')
  const sent = await ada.send(group, 'before the restart')
  await system.restart()
  expect(await ada.history(group)).toEqual([sent])
  expect((await ada.send(group, 'after it')).seq).toBe(2)
})

test('I2: a retried send returns the first message, also when both are on their way at once', async () => {
  const ada = await Person.guest(system, 'Ada')
  const group = await ada.startGroup('Once')
  const tries = await Promise.all(Array.from({ length: 10 }, () => ada.send(group, 'hello', 'a1')))
  const again = await ada.send(group, 'hello', 'a1')
  expect(new Set([...tries, again].map((message) => JSON.stringify(message))).size).toBe(1)
  expect(await ada.history(group)).toEqual([again])
})

test('I2: a clientMessageId used again for other content is refused, and the first message stays', async () => {
  const ada = await Person.guest(system, 'Ada')
  const group = await ada.startGroup('Conflict')
  const first = await ada.send(group, 'hello', 'a1')
  const input = { conversationId: group, text: 'other', clientMessageId: 'a1' }
  expect(await ada.refusal(Person.sendMutation, { input })).toBe('IDEMPOTENCY_CONFLICT')
  expect(await ada.history(group)).toEqual([first])
})

test('I2: the same clientMessageId of another sender, or in another conversation, is another message', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const [one, two] = [await ada.startGroup('One', [bob]), await ada.startGroup('Two')]
  const sent = [await ada.send(one, 'x', 'same'), await bob.send(one, 'y', 'same'), await ada.send(two, 'z', 'same')]
  expect(sent.map(({ seq }) => seq)).toEqual([1, 2, 1])
})
