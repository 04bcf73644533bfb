import { expect, test } from '@jest/globals'
import { SharedDraft } from './sharedDraft.ts'

test('what another device has begun is shown where nothing was written here, and what was written here is kept', () => {
  const draft = new SharedDraft('')
  expect(draft.answered(draft.ask(), 'from the phone')).toBe('from the phone')
  expect(draft.toSave()).toBeNull()
  expect(draft.told('from the tablet')).toBe('from the tablet')
  draft.write('here')
  expect(draft.told('from the phone again')).toBeNull()
  expect(draft.toSave()).toBe('here')
})

test('what was sent before the server has answered does not come back, and is taken from the server too', () => {
  const draft = new SharedDraft('half a thought')
  const asked = draft.ask()
  draft.write('')
  expect(draft.toSave()).toBe('')
  draft.saved(true)
  expect(draft.answered(asked, 'half a thought')).toBeNull()
})

test('an answer to what was asked while a draft was on its way says nothing of it', () => {
  const draft = new SharedDraft('')
  draft.answered(draft.ask(), '')
  draft.write('half a thought')
  expect(draft.toSave()).toBe('half a thought')
  const asked = draft.ask()
  expect(draft.answered(asked, '')).toBeNull()
  draft.saved(true)
  expect(draft.answered(asked, '')).toBeNull()
  expect(draft.answered(draft.ask(), 'from the phone')).toBe('from the phone')
})

test('a draft of which the server had been told is gone once another device has sent it', () => {
  const draft = new SharedDraft('half a thought', true)
  expect(draft.toSave()).toBeNull()
  expect(draft.answered(draft.ask(), '')).toBe('')
  expect(new SharedDraft('never told').answered(0, '')).toBeNull()
})

test('a draft that did not arrive is told again, an emptied one too', () => {
  const draft = new SharedDraft('')
  draft.answered(draft.ask(), 'from the phone')
  draft.write('')
  expect(draft.toSave()).toBe('')
  draft.saved(false)
  expect(draft.toSave()).toBe('')
})

test('what was saved here is no news when it is told, however many were', () => {
  const draft = new SharedDraft('')
  draft.answered(draft.ask(), '')
  for (const text of ['a', 'ab', '']) {
    draft.write(text)
    draft.toSave()
  }
  for (const text of ['a', 'ab', '']) expect(draft.told(text)).toBeNull()
  expect(draft.told('from the phone')).toBe('from the phone')
})
