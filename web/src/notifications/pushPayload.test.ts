import { expect, test } from '@jest/globals'
import { parsePush, shownPush, type PushPayload } from './pushPayload.ts'

const payload: PushPayload = {
  ...{ version: 1, id: 'n', kind: 'MENTION', conversationId: 'c/1', messageId: 'm&1', unreadCount: 3 },
}

test('without leave a push message says what happened, not who did or what was said', () => {
  const path = '/c/c%2F1?message=m%261'
  expect(shownPush(payload, 'en-GB')).toEqual({
    ...{ title: 'Somebody mentioned you', body: 'Open Parley to read it.', tag: 'c/1', path },
  })
  expect(shownPush(payload, 'de-AT').title).toBe('Jemand hat dich erwähnt')
})

test('with leave it says who, where and what; of what has no text, what happened', () => {
  const told = { ...payload, sender: 'Ada', title: 'Lake', text: 'at six' }
  expect(shownPush(told, 'en')).toMatchObject({ title: 'Ada · Lake', body: 'at six' })
  expect(shownPush({ ...told, title: null, text: null }, 'en')).toMatchObject({
    ...{ title: 'Ada', body: 'Somebody mentioned you' },
  })
})

test('what is no push message of this version still shows something', () => {
  for (const text of [undefined, '', '{', '{}', '{"version":2}', 'null', '"text"']) {
    expect(shownPush(parsePush(text), 'en')).toMatchObject({ title: 'Something new in Parley', path: '/notifications' })
  }
  expect(parsePush(JSON.stringify(payload))).toEqual(payload)
})
