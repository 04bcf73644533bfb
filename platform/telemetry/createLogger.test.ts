import { expect, test } from '@jest/globals'
import { createLogger } from './index.ts'

const logged = (format: 'json' | 'pretty', level = 'info') => {
  const lines: string[] = []
  const logger = createLogger({ log: { level, format } }, { write: (line) => void lines.push(line) })
  return { logger, lines }
}

test('secrets are redacted wherever a request carries them', () => {
  const { logger, lines } = logged('json')
  logger.info({
    authorization: 'Bearer s3cret',
    request: { headers: { authorization: 's3cret' }, variables: { password: 's3cret' } },
    session: { refreshToken: 's3cret', token: 's3cret' },
  })
  expect(lines.join()).not.toContain('s3cret')
  expect(lines.join()).toContain('[redacted]')
})

test('an error is logged with its cause', () => {
  const { logger, lines } = logged('json')
  logger.error({ error: new Error('outer', { cause: new Error('inner') }) }, 'it failed')
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: 'error',
    msg: 'it failed',
    error: { message: 'outer', cause: { message: 'inner' } },
  })
})

test('on a terminal an entry is one readable line, and an error shows its stack below', () => {
  const { logger, lines } = logged('pretty')
  logger.warn({ port: 4000, error: new Error('broken') }, 'still trying')
  expect(lines[0]).toMatch(/warn.*still trying.*port=4000/)
  expect(lines[0]).toMatch(/\n.*Error: broken\n {4}at /)
})

test('a level below the configured one is not written', () => {
  const { logger, lines } = logged('json', 'warn')
  logger.info('unheard')
  expect(lines).toEqual([])
})
