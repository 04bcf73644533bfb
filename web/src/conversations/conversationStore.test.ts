import { expect, test } from '@jest/globals'
import { createCache } from '../api/cache.ts'
import { drop, toWindow } from '../messages/messageWindow.ts'
import { ConversationStore } from './conversationStore.ts'
import { edited, sent, seqsOf, snapshotAt, stateAt, viewerId } from './given.ts'

const given = () => new ConversationStore(createCache(), viewerId)
const rowOf = (rev: number, lastSeq: number) => stateAt(rev, lastSeq).row

test('what is read is what was written, events included', () => {
  const store = given()
  store.replace(snapshotAt(5, 2))
  expect(store.apply('c', sent(6, 3)).kind).toBe('applied')
  expect(seqsOf(store.read('c'))).toEqual([1, 2, 3])
  expect(store.read('c')?.row).toMatchObject({ rev: 6, lastMessage: { seq: 3 } })
})

test('a message that the viewer deleted for themself stays hidden after the next event', () => {
  const store = given()
  store.replace(snapshotAt(5, 2))
  store.hide('c', 'm2')
  expect(store.read('c')?.row.lastMessage).toMatchObject({ seq: 2, hiddenForMe: true })
  store.apply('c', sent(6, 3))
  expect(store.window('c')?.messages.map(({ hiddenForMe }) => hiddenForMe)).toEqual([false, true, false])
})

test('a row of the inbox never moves the position of a conversation that is followed', () => {
  const store = given()
  store.replace(snapshotAt(5, 2))
  store.addRow(rowOf(9, 6))
  expect(store.read('c')?.row.rev).toBe(5)
})

test('a newer row of a conversation that nobody follows takes its place, and its messages go: they would have a hole', () => {
  const store = given()
  store.replace(snapshotAt(5, 2))
  store.refreshRow(rowOf(9, 6))
  expect(store.read('c')).toMatchObject({ row: { rev: 9 }, timeline: null })
})

test('a snapshot takes the place of the messages, and does not mix with them', () => {
  const store = given()
  store.replace(snapshotAt(5, 2))
  const later = snapshotAt(90, 60)
  const messages = { ...later.messages!, edges: later.messages!.edges.slice(50) }
  store.replace({ ...later, messages })
  expect(seqsOf(store.read('c'))).toEqual([51, 52, 53, 54, 55, 56, 57, 58, 59, 60])
})

test('a run of earlier messages that was read before an edit is brought up to date by it', () => {
  const store = given()
  store.replace(snapshotAt(5, 4))
  const run = { id: 'c', rev: 5, messages: snapshotAt(5, 2).messages! }
  store.apply('c', edited(6, 1, 'better'))
  expect(store.current(run)?.messages.map(({ text }) => text)).toEqual(['better', 'message 2'])
})

test('a run of messages that was read before events that are forgotten has to be read again', () => {
  const store = given()
  const run = { id: 'c', rev: 5, messages: snapshotAt(5, 2).messages! }
  store.replace(snapshotAt(9, 4))
  expect(store.current(run)).toBeNull()
})

test('what was read on another device is read here, and never becomes unread again', () => {
  const store = given()
  store.replace(snapshotAt(5, 2))
  store.apply('c', sent(6, 3))
  store.apply('c', sent(7, 4))
  const readTo = (readSeq: number) => ({
    ...rowOf(7, 4),
    unreadAfter: readSeq,
    viewerMember: { role: 'MEMBER' as const, readSeq },
  })
  store.addRow(readTo(3))
  expect(store.read('c')?.row.unreadCount).toBe(1)
  store.addRow(readTo(2))
  expect(store.read('c')?.row.unreadCount).toBe(1)
})

test('of a conversation that is no longer on the screen the newest messages stay, unless one read further back', () => {
  const store = given()
  store.replace(snapshotAt(300, 150))
  store.rest('c')
  expect(seqsOf(store.read('c'))).toHaveLength(100)
  expect(store.window('c')?.hasEarlier).toBe(true)
  store.changeWindow('c', (window) => drop(window, 'latest', 50))
  store.rest('c')
  expect(store.window('c')).toBeNull()
})

test('how the viewer keeps a conversation is taken from a row that is no newer', () => {
  const store = given()
  store.replace(snapshotAt(5, 2))
  const { viewerSettings } = rowOf(5, 2)
  store.refreshRow({ ...rowOf(5, 2), viewerSettings: { ...viewerSettings, pinned: true } })
  expect(store.read('c')?.row.viewerSettings.pinned).toBe(true)
})

test('of two answers about how the viewer keeps a conversation the newer one stays, whichever comes last', () => {
  const store = given()
  store.replace(snapshotAt(5, 2))
  const { viewerSettings } = rowOf(5, 2)
  store.keep('c', { viewerSettings: { ...viewerSettings, version: 2, pinned: true, archived: true } })
  store.keep('c', { viewerSettings: { ...viewerSettings, version: 1, pinned: true } })
  expect(store.read('c')?.row.viewerSettings).toMatchObject({ version: 2, pinned: true, archived: true })
})

test('an answer of before the viewer has read on, or sent what they had begun, does not take that back', () => {
  const store = given()
  const begun = { __typename: 'Draft' as const, text: 'half a thought', updatedAt: '2026-01-31T09:30:00.000Z' }
  const before = { ...snapshotAt(6, 3), viewerDraft: begun }
  store.replace(before)
  store.readMoved('c', 3, 3)
  store.keep('c', { viewerDraft: null })
  const standing = { unreadCount: 0, viewerDraft: null, viewerMember: { readSeq: 3 } }
  store.replace(before)
  expect(store.read('c')?.row).toMatchObject(standing)
  store.refreshRow({ ...rowOf(7, 3), viewerDraft: begun })
  expect(store.read('c')?.row).toMatchObject({ rev: 7, ...standing })
  store.addRow({ ...rowOf(7, 3), viewerDraft: { ...begun, updatedAt: '2026-01-31T09:31:00.000Z' } })
  expect(store.read('c')?.row.viewerDraft?.text).toBe('half a thought')
})

test('what was cleared is shown no more, and is not unread', () => {
  const store = given()
  store.replace(snapshotAt(5, 2))
  store.apply('c', sent(6, 3))
  store.apply('c', sent(7, 4))
  store.clear('c', 3)
  expect(store.read('c')?.row).toMatchObject({ unreadCount: 1, lastMessage: { seq: 4 } })
  expect(store.window('c')?.messages.map(({ seq }) => seq)).toEqual([4])
  store.clear('c', 4)
  expect(store.read('c')?.row).toMatchObject({ unreadCount: 0, lastMessage: null })
})

test('a run that one went to is shown although a snapshot has taken the messages away meanwhile', () => {
  const store = given()
  store.replace(snapshotAt(5, 2))
  const { messages, ...row } = snapshotAt(6, 3)
  store.replace(row as ReturnType<typeof snapshotAt>)
  expect(store.window('c')).toBeNull()
  store.show('c', { ...toWindow(messages!), hasLater: true })
  expect(seqsOf(store.read('c'))).toEqual([1, 2, 3])
})
