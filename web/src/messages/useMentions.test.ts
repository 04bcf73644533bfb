import { expect, test } from '@jest/globals'
import { mentionsIn, openMention, suggest } from './useMentions.ts'

const people = [
  { id: '1', name: 'Ann Lee', handle: 'annlee' },
  { id: '2', name: 'Ann', handle: 'ann2' },
  { id: '3', name: '李雷', handle: 'lilei' },
]

test('a mention is being written after an @ at the start of a word, up to the caret', () => {
  expect(openMention('Hi @an', 6)).toEqual({ query: 'an', start: 3 })
  expect(openMention('@', 1)).toEqual({ query: '', start: 0 })
  expect(openMention('mail ann@lee', 12)).toBeNull()
  expect(openMention('@ann is here', 12)).toBeNull()
})

test('people are found by the beginning of any of their names, or of their handle', () => {
  const names = (query: string) => suggest(people, query).map(({ id }) => id)
  expect(names('lee')).toEqual(['1'])
  expect(names('AN')).toEqual(['1', '2'])
  expect(names('lil')).toEqual(['3'])
  expect(names('李')).toEqual(['3'])
})

test('who is mentioned is whose name stands in the text, the longest that fits', () => {
  expect(mentionsIn('@Ann Lee and @李雷', people).map(({ id }) => id)).toEqual(['1', '3'])
  expect(mentionsIn('`@Ann` in code mentions nobody', people)).toEqual([])
})
