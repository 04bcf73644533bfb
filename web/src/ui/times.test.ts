import { expect, test } from '@jest/globals'
import { dayName, shortTime } from './times.ts'

const at = (text: string) => new Date(text).getTime()
const weekday = (text: string, style: 'short' | 'long') =>
  new Intl.DateTimeFormat(undefined, { weekday: style }).format(at(text))
const now = at('2026-03-12T15:00:00')

test('times are as short as they can be understood', () => {
  expect(shortTime(at('2026-03-12T14:59:30'), now)).toBe('now')
  expect(shortTime(at('2026-03-12T14:48:00'), now)).toBe('12 min')
  expect(shortTime(at('2026-03-12T09:05:00'), now)).toMatch(/9.05/)
  expect(shortTime(at('2026-03-09T09:05:00'), now)).toBe(weekday('2026-03-09T09:05:00', 'short'))
  expect(shortTime(at('2026-01-31T09:05:00'), now)).toMatch(/31/)
})

test('a clock that is behind the server does not show the future', () => {
  expect(shortTime(at('2026-03-12T15:00:40'), now)).toBe('now')
  expect(dayName(at('2026-03-13T00:00:10'), now)).toBe('Today')
})

test('days are named by the calendar, not by hours', () => {
  expect(dayName(at('2026-03-12T00:00:01'), now)).toBe('Today')
  expect(dayName(at('2026-03-11T23:59:59'), now)).toBe('Yesterday')
  expect(dayName(at('2026-03-08T12:00:00'), now)).toBe(weekday('2026-03-08T12:00:00', 'long'))
  expect(dayName(at('2025-12-24T12:00:00'), now)).toMatch(/2025/)
})
