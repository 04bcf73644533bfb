import { describe, expect, test } from '@jest/globals'
import { nextToSend, reduceOutbox, type OutboxAction, type OutboxState, type OutgoingMessage } from './outboxState.ts'

interface Written {
  text: string
}

const message = (id: string, conversationId = 'c'): OutgoingMessage<Written> => ({
  text: id,
  id,
  conversationId,
  queuedAt: '2026-01-01T10:00:00.000Z',
  status: 'queued',
  attempts: 0,
  problem: null,
})

const after = (...actions: OutboxAction<Written>[]): OutboxState<Written> =>
  actions.reduce<OutboxState<Written>>(reduceOutbox, [])
const queued = (...ids: string[]): OutboxAction<Written>[] => ids.map((id) => ({ type: 'queue', message: message(id) }))

describe('the outbox', () => {
  test('sends in the order in which messages were written, one at a time', () => {
    const state = after(...queued('a', 'b'))
    expect(nextToSend(state, 'c')?.id).toBe('a')
    expect(nextToSend(reduceOutbox(state, { type: 'sending', id: 'a' }), 'c')).toBeUndefined()
    const sent = after(...queued('a', 'b'), { type: 'sending', id: 'a' }, { type: 'sent', id: 'a' })
    expect(nextToSend(sent, 'c')?.id).toBe('b')
  })

  test('conversations do not wait for each other', () => {
    const other: OutboxAction<Written> = { type: 'queue', message: message('x', 'other') }
    const state = after(...queued('a'), other, { type: 'sending', id: 'a' })
    expect(nextToSend(state, 'other')?.id).toBe('x')
  })

  test('a message that could not be delivered keeps its place', () => {
    const state = after(...queued('a', 'b'), { type: 'sending', id: 'a' }, { type: 'postponed', id: 'a' })
    expect(nextToSend(state, 'c')).toMatchObject({ id: 'a', attempts: 1 })
  })

  test('a refused message does not hold up those behind it, and goes to the end when tried again', () => {
    const refused = after(...queued('a', 'b'), { type: 'refused', id: 'a', problem: 'Too long' })
    expect(nextToSend(refused, 'c')?.id).toBe('b')
    const again = reduceOutbox(refused, { type: 'retry', id: 'a' })
    expect(again.map(({ id, status }) => `${id} ${status}`)).toEqual(['b queued', 'a queued'])
  })

  test('the same message is queued once', () => {
    expect(after(...queued('a', 'a'))).toHaveLength(1)
  })

  test('an answer for a message that is gone changes nothing', () => {
    const state = after(
      ...queued('a'),
      { type: 'sending', id: 'a' },
      { type: 'drop', id: 'a' },
      { type: 'sent', id: 'a' },
    )
    expect(state).toEqual([])
  })
})
