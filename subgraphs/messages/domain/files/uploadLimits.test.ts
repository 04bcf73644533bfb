import { expect, test } from '@jest/globals'
import { createUploadLimits } from './uploadLimits.ts'

const limits = () => createUploadLimits({ dailyBytes: 1_000, store: undefined })
const code = (asked: Promise<void>) =>
  asked.then(
    () => undefined,
    (error: { code: string }) => error.code,
  )

test('a user has so many bytes a day, and what was refused does not count', async () => {
  const { ask } = limits()
  expect(await code(ask('ada', 900))).toBeUndefined()
  expect(await code(ask('ada', 200))).toBe('RATE_LIMITED')
  expect(await code(ask('ada', 100))).toBeUndefined()
  expect(await code(ask('ada', 1))).toBe('RATE_LIMITED')
  expect(await code(ask('bob', 1_000))).toBeUndefined()
})

test('a user asks for so many uploads a minute', async () => {
  const { ask } = limits()
  const codes = []
  for (let n = 0; n < 61; n++) codes.push(await code(ask('ada', 1)))
  expect(codes.indexOf('RATE_LIMITED')).toBe(60)
})

test('a user has so many uploads under way, and as many again when they end', () => {
  const { begin } = limits()
  const six = Array.from({ length: 6 }, () => begin('ada'))
  expect(() => begin('ada')).toThrow('At most 6 uploads at a time.')
  begin('bob').end()
  for (const one of six) one.end()
  begin('ada').end()
})
