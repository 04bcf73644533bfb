import { expect, test } from '@jest/globals'
import { memoryStorage } from '../memoryStorage.ts'
import { OutboxStorage } from './outboxStorage.ts'

const message = {
  text: 'hello',
  id: '1',
  conversationId: 'c',
  queuedAt: '2026-01-01T10:00:00.000Z',
  status: 'queued',
  attempts: 0,
  problem: null,
} as const
const revive = (kept: object) => ('text' in kept ? { text: String(kept.text) } : null)

test('what is kept comes back, until it is removed', () => {
  const kept = memoryStorage()
  expect(new OutboxStorage(kept, 'ada', revive).save(message)).toBe(true)
  const storage = new OutboxStorage(kept, 'ada', revive)
  expect([storage.has('1'), storage.load()]).toEqual([true, [message]])
  storage.remove('1')
  expect([storage.has('1'), storage.load()]).toEqual([false, []])
})

test('where the browser fails in it, nothing is kept, and nothing is dropped for that', () => {
  const failing = (): never => {
    throw new Error('NS_ERROR_FILE_CORRUPTED')
  }
  const broken = Object.create(null, {
    ...Object.fromEntries(['getItem', 'setItem', 'removeItem', 'key'].map((name) => [name, { value: failing }])),
    length: { get: failing },
  })
  const storage = new OutboxStorage(broken, 'ada', revive)
  expect([storage.load(), storage.save(message), storage.has('1')]).toEqual([[], false, true])
  storage.remove('1')
})
