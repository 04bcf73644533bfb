import { expect, test } from '@jest/globals'
import { ApiError } from '../../../client/errors/apiError.ts'
import { ReadPointers } from './readPointers.ts'

/** A server that a test speaks for. */
function given() {
  const told: { seq: number; answer(): void; refuse(error: ApiError): void }[] = []
  const shown: number[] = []
  const wakers = new Set<() => void>()
  const pointers = new ReadPointers({
    send: (_id, seq) => new Promise((answer, refuse) => void told.push({ seq, answer, refuse })),
    onRead: (_id, seq) => void shown.push(seq),
    onWake: (listener) => {
      wakers.add(listener)
      return () => wakers.delete(listener)
    },
  })
  const until = async (met: () => boolean) => {
    while (!met()) await new Promise((resolve) => setImmediate(resolve))
  }
  return { pointers, told, shown, wakers, until }
}

test('the page knows at once, the server is told of the newest position only, and never of an earlier one', async () => {
  const { pointers, told, shown, until } = given()
  for (const seq of [3, 5, 4, 9]) pointers.read('c', seq)
  expect(shown).toEqual([3, 5, 9])
  await until(() => told.length === 1)
  pointers.read('c', 12)
  told[0]!.answer()
  await until(() => told.length === 2)
  told[1]!.answer()
  expect(told.map(({ seq }) => seq)).toEqual([9, 12])
  pointers.read('c', 12)
  expect(shown).toEqual([3, 5, 9, 12])
})

test('a position that could not be told is told when the network is back', async () => {
  const { pointers, told, wakers, until } = given()
  pointers.read('c', 7)
  await until(() => told.length === 1)
  told[0]!.refuse(ApiError.network())
  await until(() => wakers.size > 0)
  for (const wake of [...wakers]) wake()
  await until(() => told.length === 2)
  expect(told[1]!.seq).toBe(7)
  told[1]!.answer()
  pointers.stop()
})
