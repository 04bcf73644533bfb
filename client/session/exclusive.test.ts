import { afterEach, expect, test } from '@jest/globals'
import { exclusive } from './exclusive.ts'

const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
afterEach(() => {
  if (own) Object.defineProperty(globalThis, 'navigator', own)
  else Reflect.deleteProperty(globalThis, 'navigator')
})

/** A browser whose locks are these. */
const browse = (request?: (name: string, task: () => Promise<unknown>) => Promise<unknown>) =>
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: request ? { locks: { request } } : {},
  })

test('a task is run under a lock of its name', async () => {
  const names: string[] = []
  browse((name, task) => {
    names.push(name)
    return task()
  })
  expect(await exclusive('a', async () => 7)).toBe(7)
  expect(names).toEqual(['a'])
})

test.each([
  ['there are no locks', undefined],
  ['the browser refuses them', () => Promise.reject(new Error('SecurityError'))],
])('it is run where %s', async (_where, request) => {
  browse(request)
  expect(await exclusive('a', async () => 7)).toBe(7)
})

test('one that fails is not run again', async () => {
  let runs = 0
  browse((_name, task) => task())
  const failing = exclusive('a', async () => {
    runs += 1
    throw new Error('No')
  })
  await expect(failing).rejects.toThrow('No')
  expect(runs).toBe(1)
})
