import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'

let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(() => system.stop())

const upTo = (n: number, from = 1) => Array.from({ length: n - from + 1 }, (_, i) => from + i)

test('I3: a subscriber sees every event once, in order, with the names that other subgraphs know', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Live', [bob])
  const listener = await bob.listen(group, { after: 0 })
  await Promise.all(Array.from({ length: 40 }, (_, n) => ada.send(group, `m${n}`)))
  await listener.until(({ texts }) => texts.length === 40)
  expect(listener.revs).toEqual(upTo(listener.events.length))
  const sent = listener.events.filter(({ message }) => message)
  expect(sent.map(({ message }) => message!.seq)).toEqual(upTo(40))
  expect(new Set(sent.map(({ message }) => message!.sender.name))).toEqual(new Set(['Ada']))
  expect(new Set(sent.map(({ conversation }) => conversation.title))).toEqual(new Set(['Live']))
  expect(listener.errors).toEqual([])
  await listener.close()
})

test('I3: a subscriber whose socket is cut again and again misses nothing and sees nothing twice', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Cut', [bob])
  const listener = await bob.listen(group, { after: 0, resume: true })
  for (let n = 0; n < 60; n += 1) {
    await ada.send(group, `m${n}`)
    if (n % 10 === 5) listener.cut()
  }
  await listener.until(({ texts }) => texts.length >= 60)
  expect(listener.texts).toEqual(Array.from({ length: 60 }, (_, n) => `m${n}`))
  expect(listener.revs).toEqual(upTo(listener.events.length))
  await listener.close()
})

test('I3: subscribing with `after` in the middle of a stream of sends joins past and live without a gap', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Joined', [bob])
  const sends = Promise.all(Array.from({ length: 80 }, (_, n) => ada.send(group, `m${n}`)))
  const listeners = await Promise.all([0, 1, 2].map((after) => bob.listen(group, { after })))
  await sends
  const { conversation } = await ada.get('query ($id: ID!) { conversation(id: $id) { rev } }', { id: group })
  for (const [after, listener] of listeners.entries()) {
    await listener.until(({ revs }) => revs.at(-1) === conversation.rev)
    expect(listener.revs).toEqual(upTo(conversation.rev, after + 1))
    await listener.close()
  }
})

test('I4: the state read at `rev` plus the events after `rev` is the fresh state', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Snapshot', [bob])
  const sends = Promise.all(Array.from({ length: 60 }, (_, n) => ada.send(group, `m${n}`)))
  const snapshot = (
    await bob.get(
      'query ($id: ID!) { conversation(id: $id) { rev messages(last: 100) { edges { node { seq text } } } } }',
      {
        id: group,
      },
    )
  ).conversation
  const listener = await bob.listen(group, { after: snapshot.rev })
  await sends
  const fresh = await bob.history(group)
  const state = new Map<number, string>(
    snapshot.messages.edges.map(({ node }: { node: { seq: number; text: string } }) => [node.seq, node.text]),
  )
  const apply = () => {
    for (const { message } of listener.events) if (message) state.set(message.seq, message.text)
    return state
  }
  await listener.until(() => apply().size === fresh.length)
  expect([...state].sort(([a], [b]) => a - b)).toEqual(fresh.map(({ seq, text }) => [seq, text]))
  await listener.close()
})

test('I6: from the moment a removal is acknowledged, the removed member can neither send, read nor receive', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Removed', [bob])
  const listener = await bob.listen(group, { after: 0 })
  await ada.send(group, 'for both')
  await listener.until(({ texts }) => texts.length === 1)
  await ada.remove(group, bob)
  const secret = await ada.send(group, 'not for bob')

  const input = { conversationId: group, text: 'me too', clientMessageId: 'b1' }
  expect(await bob.refusal(Person.sendMutation, { input })).toBe('FORBIDDEN')
  expect(await bob.refusal('query ($id: ID!) { conversation(id: $id) { id } }', { id: group })).toBe('FORBIDDEN')
  expect((await bob.ask('query ($id: ID!) { message(id: $id) { text } }', { id: secret.id })).data).toEqual({
    message: null,
  })

  await listener.until(({ ended }) => ended)
  expect(listener.events.at(-1)!.__typename).toBe('MemberRemoved')
  expect(listener.texts).toEqual(['for both'])
  const again = await bob.listen(group, { after: 0 })
  await again.until(({ ended }) => ended)
  expect(again.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  expect(again.events).toEqual([])
  await Promise.all([listener.close(), again.close()])
})
