import { expect, test } from '@jest/globals'
import { joining } from './batching.ts'

/** Work that writes down its calls, and fails where one of the numbers is odd. */
function given(most = 10) {
  const calls: number[][] = []
  const work = async (items: readonly number[]) => {
    calls.push([...items])
    await new Promise((resolve) => setImmediate(resolve))
    if (items.some((item) => item % 2 === 1)) throw new Error(`odd: ${items.join(' ')}`)
  }
  return { calls, add: joining(work, most) }
}

test('what comes while a call is running goes together into the next one, at most so many at once', async () => {
  const { calls, add } = given(4)
  await Promise.all([add([0]), add([2, 4]), add([6]), add([8, 10]), add([12])])
  expect(calls).toEqual([[0], [2, 4, 6], [8, 10, 12]])
  await add([14])
  expect(calls.at(-1)).toEqual([14])
})

test('more than that from one caller goes alone, and nothing at all is no call', async () => {
  const { calls, add } = given(2)
  await Promise.all([add([]), add([0]), add([2, 4, 6]), add([8])])
  expect(calls).toEqual([[0], [2, 4, 6], [8]])
})

test('one that fails fails alone', async () => {
  const { calls, add } = given()
  const outcomes = await Promise.allSettled([add([0]), add([2]), add([3]), add([4])])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(calls).toEqual([[0], [2, 3, 4], [2], [3], [4]])
  await expect(add([5])).rejects.toThrow('odd: 5')
})
