import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { applyEvent, applyToWindow, readUpTo, type ConversationState } from './applyEvent.ts'
import type { ConversationEvent } from './conversationEvent.ts'
import { deleted, edited, reacted, removed, sent, seqsOf, stateAt, viewerId } from './given.ts'

const apply = (state: ConversationState, event: ConversationEvent): ConversationState => {
  const outcome = applyEvent(state, event, viewerId)
  return outcome.kind === 'applied' ? outcome.state : state
}

describe('an event', () => {
  test('moves the position, the last message and the timeline together', () => {
    const { row, timeline } = apply(stateAt(5, 2), sent(6, 3))
    expect(row).toMatchObject({ rev: 6, lastMessage: { seq: 3 }, lastActivityAt: sent(6, 3).at })
    expect(seqsOf({ row, timeline })).toEqual([1, 2, 3])
  })

  test('moves the conversation up where something was said or somebody came, not for an edit, a reaction or a block', () => {
    const at = '2026-01-01T12:00:00.000Z'
    const timeAfter = (event: ConversationEvent) => apply(stateAt(5, 2), event).row.lastActivityAt
    const { lastActivityAt } = stateAt(5, 2).row
    const quiet = [edited(6, 2, 'better'), deleted(6, 2), reacted(6, 2, 'bea', 1)]
    expect(quiet.map(timeAfter)).toEqual(quiet.map(() => lastActivityAt))
    const writing = apply(stateAt(5, 2), { __typename: 'WritingChanged', rev: 6, at, mayWrite: false })
    expect(writing.row).toMatchObject({ rev: 6, viewerMayWrite: false, lastActivityAt })
    expect(timeAfter(removed(6, 'bea'))).toBe(at)
  })

  test('that was applied before changes nothing', () => {
    expect(applyEvent(stateAt(5, 2), sent(5, 2), viewerId)).toEqual({ kind: 'known' })
    expect(applyEvent(stateAt(5, 2), sent(1, 1), viewerId)).toEqual({ kind: 'known' })
  })

  test('after a hole is not applied', () => {
    expect(applyEvent(stateAt(5, 2), sent(7, 4), viewerId)).toEqual({ kind: 'gap' })
  })

  test('that says the log does not reach back asks for a snapshot', () => {
    const event: ConversationEvent = { __typename: 'ResyncRequired', rev: 6, at: '2026-01-01T12:00:00.000Z' }
    expect(applyEvent(stateAt(5, 2), event, viewerId)).toEqual({ kind: 'gap' })
  })

  test("of one's own removal ends the membership; of another's, only the number of members changes", () => {
    expect(apply(stateAt(5, 2), removed(6, viewerId)).row).toMatchObject({ viewerMember: null, memberCount: 1 })
    expect(apply(stateAt(5, 2), removed(6, 'bea')).row).toMatchObject({
      viewerMember: { role: 'MEMBER', readSeq: 2 },
      memberCount: 1,
    })
  })

  test('of an edit changes the words in the timeline and in the inbox, and nothing of a message that is not there', () => {
    const { row, timeline } = apply(stateAt(5, 2), edited(6, 2, 'better'))
    expect(row.lastMessage).toMatchObject({ text: 'better' })
    expect(timeline?.messages.map(({ text }) => text)).toEqual(['message 1', 'better'])
    expect(apply(stateAt(5, 2), edited(6, 9, 'elsewhere')).timeline).toEqual(stateAt(5, 2).timeline)
  })

  test('of an edit or a deletion changes what replies quote of it, also where the message itself is not there', () => {
    const event = sent(6, 3) as Extract<ConversationEvent, { __typename: 'MessageSent' }>
    const replyTo = {
      id: 'm9',
      text: 'message 9',
      deletedAt: null,
      sender: { id: 'bea', name: 'bea' },
      attachments: [],
    }
    const replied = apply(stateAt(5, 2), { ...event, message: { ...event.message, replyTo } })
    const quoted = ({ timeline }: ConversationState) => timeline?.messages[2]?.replyTo
    expect(quoted(apply(replied, edited(7, 9, 'better')))).toMatchObject({ text: 'better' })
    expect(quoted(apply(replied, deleted(7, 9)))).toMatchObject({ text: '', deletedAt: expect.any(String) })
  })

  test('of a deletion leaves a tombstone in its place, which an earlier edit that comes again does not lift', () => {
    const state = apply(stateAt(5, 2), deleted(6, 1))
    expect(state.timeline?.messages[0]).toMatchObject({ seq: 1, text: '', deletedAt: expect.any(String) })
    expect(seqsOf(state)).toEqual([1, 2])
    expect(apply(state, edited(6, 1, 'too late'))).toEqual(state)
  })

  test("of a reaction sets its count, and keeps the viewer's own apart from others'", () => {
    const reactions = (state: ConversationState) => state.timeline?.messages[0]?.reactions
    const both = apply(apply(stateAt(5, 2), reacted(6, 1, 'bea', 1)), reacted(7, 1, viewerId, 2))
    expect(reactions(both)).toMatchObject([{ emoji: '👍', count: 2, reactedByMe: true }])
    const own = apply(both, reacted(8, 1, 'bea', 1, false))
    expect(reactions(own)).toMatchObject([{ count: 1, reactedByMe: true }])
    expect(reactions(apply(own, reacted(9, 1, viewerId, 0, false)))).toEqual([])
    expect(reactions(apply(own, deleted(9, 1)))).toEqual([])
  })

  test('of a new message makes it unread, but for what the viewer writes and has read elsewhere', () => {
    const two = apply(apply(stateAt(5, 2), sent(6, 3)), sent(7, 4))
    expect(two.row.unreadCount).toBe(2)
    const own = sent(8, 5) as Extract<ConversationEvent, { __typename: 'MessageSent' }>
    const answered = apply(two, { ...own, message: { ...own.message, sender: { id: viewerId, name: 'Ada' } } })
    expect(answered.row).toMatchObject({ unreadCount: 0, viewerMember: { readSeq: 5 } })
    const ahead = {
      ...stateAt(5, 2),
      row: { ...stateAt(5, 2).row, viewerMember: { role: 'MEMBER', readSeq: 3 } as const },
    }
    expect(apply(ahead, sent(6, 3)).row.unreadCount).toBe(0)
  })

  test('that mentions the viewer counts as such until it is read, edited away or deleted', () => {
    const named = sent(6, 3) as Extract<ConversationEvent, { __typename: 'MessageSent' }>
    const mentions = [{ id: viewerId, name: viewerId }]
    const event = { ...named, message: { ...named.message, mentions } }
    const { row, timeline } = apply(stateAt(5, 2), event)
    expect(row.mentionSeqs).toEqual([3])
    expect(apply({ row, timeline }, edited(7, 3, 'never mind')).row.mentionSeqs).toEqual([])
    expect(apply({ row, timeline }, deleted(7, 3)).row.mentionSeqs).toEqual([])
    expect(readUpTo(row, 3, 3)).toMatchObject({ mentionSeqs: [], unreadCount: 0 })
  })

  test('of a reply counts in the thread once, also where it was read with the root already', () => {
    const reply = sent(6, 3) as Extract<ConversationEvent, { __typename: 'MessageSent' }>
    const threadRoot = {
      id: 'm1',
      text: 'message 1',
      deletedAt: null,
      sender: { id: 'bea', name: 'bea' },
      attachments: [],
    }
    const event = { ...reply, message: { ...reply.message, threadRoot } }
    const { timeline } = apply(stateAt(5, 2), event)
    expect(timeline?.messages[0]?.thread).toEqual({
      replyCount: 1,
      lastReplyAt: event.message.createdAt,
      unreadCount: 1,
    })
    expect(applyToWindow(timeline!, event, viewerId)).toEqual(timeline)
  })

  test('of a pin shows it at its message, until it is taken away', () => {
    const at = '2026-01-01T12:00:00.000Z'
    const actor = { id: 'bea', name: 'Bea' }
    const pinned = apply(stateAt(5, 2), { __typename: 'MessagePinned', rev: 6, at, message: { id: 'm1' }, actor })
    expect(pinned.timeline?.messages[0]?.pin).toEqual({ pinnedAt: at, pinnedBy: actor })
    const after = apply(pinned, { __typename: 'MessageUnpinned', rev: 7, at, message: { id: 'm1' } })
    expect(after.timeline?.messages[0]?.pin).toBeNull()
  })

  test('of a kind that this client does not know moves the position and changes nothing that is shown', () => {
    const unknown = { __typename: 'FromTheFuture', rev: 6, at: '2026-01-01T12:00:00.000Z' } as never
    const { row, timeline } = apply(stateAt(5, 2), unknown)
    expect(row.rev).toBe(6)
    expect(timeline).toEqual(stateAt(5, 2).timeline)
    expect(seqsOf(apply({ row, timeline }, sent(7, 3)))).toEqual([1, 2, 3])
  })

  test('leaves a conversation without a loaded timeline without one', () => {
    expect(apply({ ...stateAt(5, 2), timeline: null }, sent(6, 3)).timeline).toBeNull()
  })
})

test('a snapshot and the events after it, delivered with repetitions, equal the state of all events', () => {
  const total = 30
  const all = Array.from({ length: total }, (_, index) => sent(index + 1, index + 1))
  const fresh = all.reduce(apply, stateAt(0, 0))
  // Where the snapshot was taken, and how far back each delivery began again.
  fc.assert(
    fc.property(
      fc.nat(total),
      fc.array(fc.tuple(fc.nat(total), fc.nat(total)), { maxLength: 6 }),
      (taken, deliveries) => {
        const snapshot = all.slice(0, taken).reduce(apply, stateAt(0, 0))
        const repeated = deliveries.flatMap(([from, length]) => all.slice(Math.min(from, taken), from + length))
        const state = [...repeated, ...all.slice(taken)].reduce(apply, snapshot)
        expect(seqsOf(state)).toEqual(seqsOf(fresh))
        expect(state.row).toEqual(fresh.row)
      },
    ),
  )
})
