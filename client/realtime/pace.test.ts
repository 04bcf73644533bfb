import { expect, test } from '@jest/globals'
import { ApiError } from '../errors/apiError.ts'
import { Pace } from './pace.ts'

const inAnHour = new ApiError('OVERLOADED', 'Full', { retriable: true, retryAfterMs: 3_600_000 })

/** Whether a promise has been resolved, once all that can happen now has happened. */
async function isResolved(promise: Promise<void>): Promise<boolean> {
  let resolved = false
  void promise.then(() => (resolved = true))
  await new Promise((resolve) => setImmediate(resolve))
  return resolved
}

function given() {
  const wakers = new Set<() => void>()
  const pace = new Pace((listener) => {
    wakers.add(listener)
    return () => wakers.delete(listener)
  })
  return { pace, wakers }
}

test('the first try is at once', async () => {
  expect(await isResolved(given().pace.turn())).toBe(true)
})

test('however many ask, they wait for one turn after a loss, which a wake brings for all', async () => {
  const { pace, wakers } = given()
  pace.lost(inAnHour)
  const turns = Array.from({ length: 50 }, () => pace.turn())
  expect(await isResolved(Promise.race(turns))).toBe(false)
  expect(wakers.size).toBe(1)
  for (const wake of [...wakers]) wake()
  await Promise.all(turns)
  expect(wakers.size).toBe(0)
})

test('nothing waits any more once it is stopped', async () => {
  const { pace, wakers } = given()
  pace.lost(inAnHour)
  pace.stop()
  expect(await isResolved(pace.turn())).toBe(true)
  pace.lost(inAnHour)
  expect(await isResolved(pace.turn())).toBe(true)
  expect(wakers.size).toBe(0)
})
