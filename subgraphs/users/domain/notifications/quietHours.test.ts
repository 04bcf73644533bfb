import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isQuiet, knownTimeZone, minuteOfDay, timeOfDay } from './quietHours.ts'

const at = (iso: string) => Date.parse(iso)

describe('do-not-disturb hours', () => {
  const night = { start: 22 * 60, end: 7 * 60, timeZone: 'Europe/Berlin' }

  test.each([
    ['2026-01-31T20:59:59.999Z', false],
    ['2026-01-31T21:00:00.000Z', true],
    ['2026-02-01T05:59:59.999Z', true],
    ['2026-02-01T06:00:00.000Z', false],
    // In summer the same hours by the clock on the wall are an hour earlier.
    ['2026-07-31T20:00:00.000Z', true],
    ['2026-07-31T19:59:59.999Z', false],
    ['2026-08-01T05:00:00.000Z', false],
  ])('over midnight in Berlin, %s is quiet: %s', (time, quiet) => {
    expect(isQuiet(night, at(time))).toBe(quiet)
  })

  test('within one day, and in a zone with half an hour', () => {
    const lunch = { start: 12 * 60, end: 13 * 60 + 30, timeZone: 'Asia/Kolkata' }
    expect(isQuiet(lunch, at('2026-01-31T06:29:59.999Z'))).toBe(false)
    expect(isQuiet(lunch, at('2026-01-31T06:30:00.000Z'))).toBe(true)
    expect(isQuiet(lunch, at('2026-01-31T08:00:00.000Z'))).toBe(false)
  })

  test('none are never quiet; a zone that is known no more is loud', () => {
    expect(isQuiet(null, Date.now())).toBe(false)
    expect(isQuiet({ start: 0, end: 1_439, timeZone: 'Europe/Atlantis' }, at('2026-01-31T06:00:00Z'))).toBe(false)
  })

  test('hours and the hours between them share the day, whatever they are', () => {
    const minute = fc.integer({ min: 0, max: 1_439 })
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 4e12 }), (start, end, time) => {
        fc.pre(start !== end)
        const [hours, rest] = [
          { start, end, timeZone: 'UTC' },
          { start: end, end: start, timeZone: 'UTC' },
        ]
        expect(isQuiet(hours, time)).toBe(!isQuiet(rest, time))
      }),
    )
  })

  test('times of day are read and written the same', () => {
    for (const time of ['00:00', '07:05', '23:59']) expect(timeOfDay(minuteOfDay('start', time))).toBe(time)
    for (const wrong of ['24:00', '7:00', '07:60', '', '07:00:00', 'noon']) {
      expect(() => minuteOfDay('start', wrong)).toThrow('start must be a time of day')
    }
  })

  test('zones are names of the IANA database, no offsets', () => {
    for (const zone of ['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires']) {
      expect(knownTimeZone('timeZone', zone)).toBe(zone)
    }
    for (const wrong of ['', '+02:00', 'Europe/Atlantis', 'x'.repeat(1e6), "'; drop table users"]) {
      expect(() => knownTimeZone('timeZone', wrong)).toThrow('timeZone must be a time zone')
    }
  })
})
