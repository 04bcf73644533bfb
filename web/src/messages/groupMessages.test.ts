import { expect, test } from '@jest/globals'
import { groupMessages } from './groupMessages.ts'
import type { ShownMessage } from './shownMessage.ts'

const said = (senderId: string, at: string): ShownMessage => ({
  key: `${senderId} ${at}`,
  senderId,
  senderName: senderId,
  text: at,
  replyTo: null,
  at: new Date(at).getTime(),
  arrived: null,
  outgoing: null,
})

test('what one person says within five minutes of silence is one group', () => {
  const [day] = groupMessages([
    said('ada', '2026-01-01T10:00:00'),
    said('ada', '2026-01-01T10:04:00'),
    said('bea', '2026-01-01T10:04:30'),
    said('ada', '2026-01-01T10:05:00'),
    said('ada', '2026-01-01T10:11:00'),
  ])
  expect(day!.groups.map(({ senderId, messages }) => [senderId, messages.length])).toEqual([
    ['ada', 2],
    ['bea', 1],
    ['ada', 1],
    ['ada', 1],
  ])
})

test('a new day begins a new group, even in the middle of a talk', () => {
  const days = groupMessages([said('ada', '2026-01-01T23:59:30'), said('ada', '2026-01-02T00:00:30')])
  expect(days.map(({ groups }) => groups.length)).toEqual([1, 1])
})
