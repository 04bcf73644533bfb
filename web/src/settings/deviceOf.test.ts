import { expect, test } from '@jest/globals'
import { deviceOf } from './deviceOf.ts'

test('a session is named by its browser and system, and by what it said where that is neither', () => {
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
  expect(deviceOf(firefox)).toEqual({ browser: 'Firefox', system: 'Windows', isPhone: false })
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
  expect(deviceOf(safari)).toEqual({ browser: 'Safari', system: 'iOS', isPhone: true })
  expect(deviceOf('parley-bot/1.0').browser).toBe('parley-bot')
  expect(deviceOf(null)).toEqual({ browser: null, system: null, isPhone: false })
})
