import { describe, expect, test } from '@jest/globals'
import { ApiError } from '../errors/apiError.ts'
import { Outbox } from './outbox.ts'
import { maxOutgoing, type OutgoingMessage } from './outboxState.ts'
import { OutboxStorage } from './outboxStorage.ts'
import type { KeyedStorage } from '../keyedStorage.ts'
import { memoryStorage } from '../memoryStorage.ts'

interface Written {
  text: string
}
const plainMessage = (text: string): Written => ({ text })
const revive = ({ text }: Partial<Written>) => (typeof text === 'string' ? { text } : null)

const settled = () => new Promise((resolve) => setImmediate(resolve))

export const keysOf = (storage: KeyedStorage): string[] =>
  Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '')

/** An outbox whose server is the test: it answers or refuses one send after the other. */
function given(storage = memoryStorage()) {
  const sends: { message: OutgoingMessage<Written>; answer(): void; refuse(error: ApiError): void }[] = []
  const wakers = new Set<() => void>()
  const outbox = new Outbox<Written>({
    storage: new OutboxStorage<Written>(storage, 'ada', revive),
    send: (message) => new Promise((answer, refuse) => void sends.push({ message, answer, refuse })),
    exclusive: (_name, task) => task(),
    onWake: (listener) => {
      wakers.add(listener)
      return () => wakers.delete(listener)
    },
  })
  const until = async (met: () => boolean) => {
    while (!met()) await settled()
  }
  const sent = async (count: number) => until(() => sends.length === count)
  const wake = async () => {
    await until(() => wakers.size > 0)
    for (const waker of [...wakers]) waker()
  }
  const states = () => outbox.current().map(({ text, status }) => `${text} ${status}`)
  const answer = async (index: number) => {
    sends[index]!.answer()
    await settled()
  }
  return { outbox, sends, sent, wake, states, storage, answer }
}

describe('sending', () => {
  test('the next message goes out only after the one before was acknowledged', async () => {
    const { outbox, sends, sent, answer } = given()
    outbox.add('c', plainMessage('one'))
    outbox.add('c', plainMessage('two'))
    await sent(1)
    await settled()
    expect(sends).toHaveLength(1)
    await answer(0)
    await sent(2)
    expect(sends.map(({ message }) => message.text)).toEqual(['one', 'two'])
  })

  test('a lost answer is asked for again with the same id, before anything behind it', async () => {
    const { outbox, sends, sent, wake, answer } = given()
    outbox.add('c', plainMessage('one'))
    outbox.add('c', plainMessage('two'))
    await sent(1)
    sends[0]!.refuse(ApiError.network())
    await wake()
    await sent(2)
    await answer(1)
    await sent(3)
    expect(sends.map(({ message }) => message.text)).toEqual(['one', 'one', 'two'])
    expect(sends[1]!.message.id).toBe(sends[0]!.message.id)
  })

  test('a refusal is shown with its reason, and the person may try again or discard', async () => {
    const { outbox, sends, sent, states, storage } = given()
    outbox.add('c', plainMessage('one'))
    await sent(1)
    sends[0]!.refuse(new ApiError('FORBIDDEN', 'You may not write here.'))
    await settled()
    expect(outbox.current()[0]).toMatchObject({ status: 'failed', problem: 'You may not write here.' })
    outbox.retry(sends[0]!.message.id)
    await sent(2)
    expect(states()).toEqual(['one sending'])
    sends[1]!.refuse(new ApiError('FORBIDDEN', 'You may not write here.'))
    await settled()
    outbox.drop(sends[0]!.message.id)
    expect(outbox.current()).toEqual([])
    expect(storage.length).toBe(0)
  })

  test('an event that comes before the answer ends the sending of its message, and the next one follows', async () => {
    const { outbox, sends, sent, states, answer } = given()
    outbox.add('c', plainMessage('one'))
    outbox.add('c', plainMessage('two'))
    await sent(1)
    outbox.drop(sends[0]!.message.id)
    await answer(0)
    await sent(2)
    expect(states()).toEqual(['two sending'])
  })

  test('a sent message stays until its event has come', async () => {
    const { outbox, sent, states, storage, answer } = given()
    outbox.add('c', plainMessage('one'))
    await sent(1)
    await answer(0)
    expect(states()).toEqual(['one sent'])
    expect(storage.length).toBe(0)
  })
})

describe('over a reload', () => {
  test('what was not acknowledged is sent again, in its order and with its ids', async () => {
    const before = given()
    for (const text of ['one', 'two', 'three']) before.outbox.add('c', plainMessage(text))
    await before.sent(1)
    before.outbox.stop()
    const after = given(before.storage)
    after.outbox.start()
    for (const index of [0, 1, 2]) {
      await after.sent(index + 1)
      await after.answer(index)
    }
    expect(after.sends.map(({ message }) => message.text)).toEqual(['one', 'two', 'three'])
    expect(after.sends[0]!.message.id).toBe(before.sends[0]!.message.id)
  })

  test('a message that another tab has sent is not sent again', async () => {
    const { outbox, sends, sent, states, storage, answer } = given()
    outbox.add('c', plainMessage('one'))
    outbox.add('c', plainMessage('two'))
    await sent(1)
    const second = outbox.current()[1]!.id
    const key = keysOf(storage).find((candidate) => candidate.endsWith(second))!
    storage.removeItem(key)
    outbox.onStorage({ key, newValue: null })
    await answer(0)
    expect(sends).toHaveLength(1)
    expect(states()).toEqual(['one sent'])
  })

  test('entries that cannot be read are left out', () => {
    const storage = memoryStorage()
    storage.setItem('parley.outbox.ada.1', '{broken')
    storage.setItem('parley.outbox.ada.2', '{"id":"2"}')
    storage.setItem('parley.outbox.bea.3', '{"id":"3","conversationId":"c","text":"x","queuedAt":"x"}')
    expect(given(storage).outbox.current()).toEqual([])
  })
})

test('no more messages are taken than may wait', () => {
  const { outbox } = given()
  for (let count = 0; count < maxOutgoing; count += 1) expect(outbox.add('c', plainMessage(`${count}`))).toBe(true)
  expect(outbox.add('c', plainMessage('one too many'))).toBe(false)
  expect(outbox.current()).toHaveLength(maxOutgoing)
})
