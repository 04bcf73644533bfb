import { expect, test } from '@jest/globals'
import { createCache } from '../api/cache.ts'
import { ConversationStore } from './conversationStore.ts'
import { sent, seqsOf, snapshotAt, stateAt, viewerId } from './given.ts'

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
  store.hideMessage('c', 'm2')
  store.apply('c', sent(6, 3))
  expect(store.read('c')?.timeline?.edges.map(({ node }) => node.hiddenForMe)).toEqual([false, true, false])
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

test('earlier pages go before what is there, and trimming keeps the newest with a cursor to go back from', () => {
  const store = given()
  const { messages, ...row } = snapshotAt(9, 6, true)
  store.replace({ ...row, messages: { ...messages!, edges: messages!.edges.slice(3) } })
  store.addEarlier('c', { ...messages!, edges: messages!.edges.slice(0, 4) })
  expect(seqsOf(store.read('c'))).toEqual([1, 2, 3, 4, 5, 6])
  store.trim('c', 2)
  expect(store.read('c')?.timeline).toMatchObject({ pageInfo: { hasPreviousPage: true, startCursor: 'at 5' } })
  expect(seqsOf(store.read('c'))).toEqual([5, 6])
})
