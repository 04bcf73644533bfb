import { expect, test } from '@jest/globals'
import { plainMessage, type OutgoingMessage } from '../outbox/newMessage.ts'
import { aMessage } from '../conversations/given.ts'
import { shownMessages } from './shownMessage.ts'

const viewer = { id: 'ada', name: 'Ada' }
const outgoing = (id: string): OutgoingMessage => ({
  ...plainMessage(id),
  id,
  conversationId: 'c',
  queuedAt: '2026-01-01T10:00:00.000Z',
  status: 'sending',
  attempts: 0,
  problem: null,
})

test('a message that has arrived is shown once, though its answer has not come', () => {
  const shown = shownMessages([aMessage(1, 'ada')], [outgoing('c1'), outgoing('c2')], viewer)
  expect(shown.map(({ key }) => key)).toEqual(['ada c1', 'ada c2'])
})

test('the key of a message stays the same when it arrives, so nothing is drawn anew', () => {
  const [before] = shownMessages([], [outgoing('c1')], viewer)
  const [after] = shownMessages([aMessage(1, 'ada')], [outgoing('c1')], viewer)
  expect(before!.key).toBe(after!.key)
})

test("another's message with the same clientMessageId is another message", () => {
  expect(shownMessages([aMessage(1, 'bea')], [outgoing('c1')], viewer)).toHaveLength(2)
})

test('what the viewer has deleted for themself is not shown', () => {
  const shown = shownMessages([aMessage(1), { ...aMessage(2), hiddenForMe: true }], [], viewer)
  expect(shown.map(({ text }) => text)).toEqual(['message 1'])
})
