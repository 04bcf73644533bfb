import { describe, expect, test } from '@jest/globals'
import { Observable, type Subscriber } from 'rxjs'
import { ApiError } from '../../../client/errors/apiError.ts'
import { createCache } from '../api/cache.ts'
import type { ConversationEvent } from './conversationEvent.ts'
import { ConversationStore, type Snapshot } from './conversationStore.ts'
import { Follower } from './follower.ts'
import { removed, sent, seqsOf, snapshotAt, stateAt, viewerId } from './given.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A server that a test speaks for, and a follower of the conversation `c` over a real cache. */
function given() {
  const store = new ConversationStore(createCache(), viewerId)
  const streams: { after: number; to: Subscriber<ConversationEvent> }[] = []
  const asked: { timeline: boolean; answer(snapshot: Snapshot): void; refuse(error: ApiError): void }[] = []
  const ended: string[] = []
  const applied: number[] = []
  const wakers = new Set<() => void>()
  const follower = new Follower('c', {
    store,
    viewerId,
    events: (_id, after) => new Observable((to) => void streams.push({ after, to })),
    snapshot: (_id, timeline) => new Promise((answer, refuse) => void asked.push({ timeline, answer, refuse })),
    onApplied: (_id, event) => applied.push(event.rev),
    onEnded: (id) => ended.push(id),
    onWake: (listener) => {
      wakers.add(listener)
      return () => wakers.delete(listener)
    },
  })
  const answer = async (snapshot: Snapshot) => {
    asked.at(-1)!.answer(snapshot)
    await settled()
  }
  const wake = async () => {
    while (wakers.size === 0) await settled()
    for (const waker of [...wakers]) waker()
    await settled()
  }
  const stream = (event: ConversationEvent) => streams.at(-1)!.to.next(event)
  return { store, follower, streams, asked, ended, applied, answer, wake, stream }
}

describe('following a conversation', () => {
  test('takes a snapshot, then the events after it', async () => {
    const { follower, streams, store, answer, stream } = given()
    follower.openTimeline()
    await answer(snapshotAt(5, 2))
    expect(streams.map(({ after }) => after)).toEqual([5])
    stream(sent(6, 3))
    expect(seqsOf(store.read('c'))).toEqual([1, 2, 3])
  })

  test('asks once for a conversation that nobody knows, with its messages where they are shown', async () => {
    const { follower, asked, store, answer } = given()
    follower.start()
    follower.openTimeline()
    await answer(snapshotAt(5, 2))
    expect(asked.map(({ timeline }) => timeline)).toEqual([true])
    expect(seqsOf(store.read('c'))).toEqual([1, 2])
  })

  test('begins at the position of what is cached, without a snapshot', () => {
    const { follower, streams, asked, store } = given()
    store.replace(snapshotAt(8, 3))
    follower.start()
    expect(streams.map(({ after }) => after)).toEqual([8])
    expect(asked).toHaveLength(0)
  })

  test('holds events that arrive while a snapshot is on its way, and applies those it lacks', async () => {
    const { follower, store, answer, stream, applied } = given()
    store.addRow(stateAt(5, 2).row)
    follower.start()
    follower.openTimeline()
    for (const event of [sent(6, 3), sent(7, 4), sent(8, 5)]) stream(event)
    expect(applied).toEqual([])
    await answer(snapshotAt(7, 4))
    expect(seqsOf(store.read('c'))).toEqual([1, 2, 3, 4, 5])
    expect(applied).toEqual([8])
  })

  test('closes a gap by a snapshot and goes on', async () => {
    const { follower, store, asked, answer, stream } = given()
    store.replace(snapshotAt(5, 2))
    follower.start()
    follower.openTimeline()
    stream(sent(9, 6))
    expect(asked.map(({ timeline }) => timeline)).toEqual([true])
    await answer(snapshotAt(9, 6))
    stream(sent(10, 7))
    expect(seqsOf(store.read('c'))).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('reads the state again when the log does not reach back', async () => {
    const { follower, store, answer, stream } = given()
    store.replace(snapshotAt(5, 2))
    follower.start()
    follower.openTimeline()
    stream({ __typename: 'ResyncRequired', rev: 20, at: '2026-01-01T12:00:00.000Z' })
    stream(sent(21, 11))
    await answer(snapshotAt(20, 10))
    expect(seqsOf(store.read('c'))).toHaveLength(11)
  })

  test('takes a snapshot again that is older than what the stream has told', async () => {
    const { follower, store, asked, answer, stream, wake } = given()
    store.replace(snapshotAt(5, 2))
    follower.start()
    follower.openTimeline()
    stream(sent(9, 6))
    await answer(snapshotAt(7, 4))
    await wake()
    expect(asked).toHaveLength(2)
    await answer(snapshotAt(9, 6))
    expect(seqsOf(store.read('c'))).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('keeps trying for a snapshot while the server fails, and ends when it refuses', async () => {
    const { follower, asked, ended, wake } = given()
    follower.start()
    await settled()
    asked[0]!.refuse(ApiError.network())
    await wake()
    expect(asked).toHaveLength(2)
    asked[1]!.refuse(new ApiError('FORBIDDEN', 'Not yours'))
    await settled()
    expect(ended).toEqual(['c'])
  })

  test("ends with the event of the viewer's removal", () => {
    const { follower, store, streams, ended, stream } = given()
    store.replace(snapshotAt(5, 2))
    follower.start()
    stream(removed(6, viewerId))
    streams[0]!.to.complete()
    expect(ended).toEqual(['c'])
  })

  test('goes on from its position when the stream ends for no reason of the conversation', async () => {
    const { follower, store, streams, ended, stream, wake } = given()
    store.replace(snapshotAt(5, 2))
    follower.start()
    stream(removed(6, 'bea'))
    streams[0]!.to.complete()
    await wake()
    expect(streams.map(({ after }) => after)).toEqual([5, 6])
    expect(ended).toEqual([])
  })

  test('begins anew where the server does not know its position', async () => {
    const { follower, store, streams, asked, answer, stream, wake } = given()
    store.replace(snapshotAt(50, 20))
    follower.start()
    stream(sent(51, 21))
    streams[0]!.to.error(new ApiError('INVALID_INPUT', 'after is ahead of the log'))
    await wake()
    expect(asked).toHaveLength(1)
    await answer(snapshotAt(5, 2))
    expect(streams.map(({ after }) => after)).toEqual([50, 5])
  })
})
