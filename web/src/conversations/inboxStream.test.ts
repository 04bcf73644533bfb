import { expect, test } from '@jest/globals'
import { Subject } from 'rxjs'
import { ApiError } from '../../../client/errors/apiError.ts'
import type { Outcome } from './applyEvent.ts'
import type { ConversationRow } from './conversationRow.ts'
import { sent, snapshotAt } from './given.ts'
import { InboxStream, type InboxEvent } from './inboxStream.ts'

/** A stream over a server that the test speaks for. */
function given(outcome: Outcome['kind'] = 'applied') {
  const live: { after: string[]; to: Subject<InboxEvent> }[] = []
  const told: string[] = []
  const reads: { id: string; answer(error?: Error): void }[] = []
  const stream = new InboxStream({
    events: (after) => {
      live.push({ after, to: new Subject() })
      return live.at(-1)!.to
    },
    store: {
      apply: () => ({ kind: outcome }) as Outcome,
      readMoved: (id, readSeq, unreadAfter) => told.push(`read ${id} ${readSeq} ${unreadAfter}`),
      clear: (id, seq) => told.push(`clear ${id} ${seq}`),
      keep: (id, own) => told.push(`keep ${id} ${Object.keys(own).join()}`),
    },
    readRow: (id) =>
      new Promise((resolve, reject) =>
        reads.push({ id, answer: (error) => (error ? reject(error) : resolve(snapshotAt(9, 1) as ConversationRow)) }),
      ),
    takeRow: () => told.push('row'),
    onJoined: (id) => told.push(`joined ${id}`),
    onEnded: (id) => told.push(`ended ${id}`),
    onApplied: (id, event) => told.push(`applied ${id} ${event.rev}`),
    onLost: () => told.push('lost'),
    onWake: (listener) => {
      const soon = setImmediate(listener)
      return () => clearImmediate(soon)
    },
  })
  stream.listen('p1')
  const happens = (event: object) => live.at(-1)!.to.next(event as InboxEvent)
  return { stream, live, told, reads, happens }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
const conversation = { id: 'c' }
const message = { ...sent(6, 3), conversation, log: 'c', position: 'x' }

test('events go to what is known of their conversation, and those of the viewer to how they keep it', () => {
  const { told, happens, live } = given()
  expect(live[0]?.after).toEqual(['p1'])
  happens(message)
  happens({ __typename: 'ReadMoved', conversation, readSeq: 2, unreadAfter: 3 })
  happens({ __typename: 'SettingsChanged', conversation, settings: {} })
  happens({ __typename: 'HistoryCleared', conversation, clearedSeq: 3 })
  happens({ __typename: 'ConversationLeft', conversation })
  expect(told).toEqual(['applied c 6', 'read c 2 3', 'keep c viewerSettings', 'clear c 3', 'ended c'])
})

test('what was read of a conversation before the viewer left it does not bring it back, but joining again does', async () => {
  const { told, happens, reads } = given()
  happens({ __typename: 'ConversationJoined', conversation })
  happens({ __typename: 'ConversationLeft', conversation })
  reads[0]!.answer()
  await settled()
  expect(told).toEqual(['ended c'])
  happens({ __typename: 'ConversationJoined', conversation })
  happens({ __typename: 'ConversationLeft', conversation })
  happens({ __typename: 'ConversationJoined', conversation })
  reads[1]!.answer()
  await settled()
  expect(reads).toHaveLength(3)
  reads[2]!.answer()
  await settled()
  expect(told).toEqual(['ended c', 'ended c', 'row', 'joined c'])
})

test('a conversation with a gap is read, once at a time, and again where something has happened meanwhile', async () => {
  const { told, happens, reads } = given('gap')
  happens(message)
  happens(message)
  expect(reads).toHaveLength(1)
  reads[0]!.answer()
  await settled()
  expect(reads).toHaveLength(2)
  reads[1]!.answer()
  await settled()
  expect(told).toEqual(['row', 'joined c', 'row', 'joined c'])
  expect(reads).toHaveLength(2)
})

test('a conversation that the viewer may not read any more is left alone; one that cannot be reached is tried again', async () => {
  const { told, happens, reads } = given('gap')
  happens(message)
  reads[0]!.answer(ApiError.network())
  await settled()
  await settled()
  expect(reads).toHaveLength(2)
  reads[1]!.answer(new ApiError('FORBIDDEN', 'Not a member'))
  await settled()
  expect(told).toEqual([])
  happens({ __typename: 'ConversationJoined', conversation })
  expect(reads).toHaveLength(3)
})

test('where the stream cannot go on, the inbox is read again', async () => {
  const { told, happens, live } = given()
  happens({ __typename: 'InboxResyncRequired' })
  expect(told).toEqual(['lost'])
  live[0]!.to.error(new ApiError('INVALID_INPUT', 'No such position'))
  await settled()
  await settled()
  expect(told).toEqual(['lost', 'lost'])
})
