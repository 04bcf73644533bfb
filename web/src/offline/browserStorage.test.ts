import { expect, test } from '@jest/globals'

test('where the browser refuses its storage, what is kept lives as long as the page', async () => {
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new Error('refused')
    },
  })
  const { browserStorage, keep } = await import('./browserStorage.ts')
  keep('a', '1')
  browserStorage.setItem('b', '2')
  browserStorage.removeItem('a')
  expect([browserStorage.length, browserStorage.key(0), browserStorage.getItem('b')]).toEqual([1, 'b', '2'])
  expect([browserStorage.getItem('a'), browserStorage.key(1)]).toEqual([null, null])
})
