import { expect, jest, test } from '@jest/globals'
import { pause } from './wake.ts'

const anHour = 3_600_000

test('a wake ends the wait, and is not listened to any more', async () => {
  const wakers = new Set<() => void>()
  const waiting = pause(anHour, (wake) => {
    wakers.add(wake)
    return () => wakers.delete(wake)
  })
  for (const wake of wakers) wake()
  await waiting
  expect(wakers.size).toBe(0)
})

test('who is called at once, to be told how things stand, is not woken by that', async () => {
  const ended = new AbortController()
  let isOver = false
  const waiting = pause(
    anHour,
    (wake) => {
      wake()
      return () => undefined
    },
    ended.signal,
  ).then(() => (isOver = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(isOver).toBe(false)
  ended.abort()
  await waiting
})

test('an onWake that fails leaves the wait as long as it is', async () => {
  const complaint = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await pause(1, () => {
    throw new TypeError('No AppState')
  })
  expect(complaint).toHaveBeenCalled()
  complaint.mockRestore()
})

test('nothing is waited for, nor listened to, after the end', async () => {
  const onWake = jest.fn(() => () => undefined)
  await pause(anHour, onWake, AbortSignal.abort())
  expect(onWake).not.toHaveBeenCalled()
})
