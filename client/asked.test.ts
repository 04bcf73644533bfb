import { expect, test } from '@jest/globals'
import { asked } from './asked.ts'
import { ApiError } from './errors/apiError.ts'

test('what is given at once, and what is given later, is handed on', async () => {
  expect(await asked('token', () => 'now')).toBe('now')
  expect(await asked('token', async () => null)).toBeNull()
})

test('who gives nothing keeps nobody waiting', async () => {
  const never = asked('token', () => new Promise<string>(() => undefined), 20)
  await expect(never).rejects.toMatchObject({ code: 'NETWORK', retriable: true })
  await expect(never).rejects.toThrow('no token: nothing came within 20 ms')
})

test.each([new TypeError('No store'), 'No store'])('a fault is told, and kept as the cause', async (fault) => {
  const thrown = asked('token', () => {
    throw fault
  })
  await expect(thrown).rejects.toMatchObject({ code: 'NETWORK', cause: fault })
  await expect(thrown).rejects.toThrow('No store')
  await expect(asked('token', () => Promise.reject(fault))).rejects.toMatchObject({ cause: fault })
})

test('an ApiError is taken as it is: the app says whether to try again', async () => {
  const ended = new ApiError('UNAUTHENTICATED', 'Sign in')
  await expect(asked('token', () => Promise.reject(ended))).rejects.toBe(ended)
})
