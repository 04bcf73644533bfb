import { expect, test } from '@jest/globals'
import { hueOf, initialsOf } from './initials.ts'

test('the initials of a name are those of its first and last word', () => {
  expect(initialsOf('Ada Lovelace')).toBe('AL')
  expect(initialsOf('  ada  ')).toBe('A')
  expect(initialsOf('Élise (work) Ødegård')).toBe('ÉØ')
  expect(initialsOf('👩‍🚀 Bea')).toBe('👩‍🚀B')
  expect(initialsOf(' ')).toBe('?')
})

test('a colour stays with its id', () => {
  expect(hueOf('some id')).toBe(hueOf('some id'))
  expect(hueOf('some id')).toBeGreaterThanOrEqual(0)
  expect(hueOf('some id')).toBeLessThan(360)
})
