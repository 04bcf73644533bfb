import { expect, test } from '@jest/globals'
import { startHub } from '../testing/startHub.ts'
import { startStates } from '../testing/startStates.ts'
import { until } from '../../../platform/time/until.ts'
import type { Sink } from './sink.ts'

const crowd = Array.from({ length: 640 }, (_, index) => `viewer ${index}`)
const isLive = ({ subscription: { state } }: { subscription: { state: string } }) => state === 'live'

/** Counts the turns of the event loop. */
function countTurns() {
  const turns = { now: 0, stop: () => clearImmediate(immediate) }
  const count = () => {
    turns.now++
    immediate = setImmediate(count)
  }
  let immediate = setImmediate(count)
  return turns
}

/** Calls `then` with each result that this sink gets. */
function atEach(sink: Sink, then: () => void): void {
  const { next } = sink
  sink.next = (result) => {
    next.call(sink, result)
    then()
  }
}

test('a crowd is written to in slices: other work has its turn in between, and everyone gets all in order', async () => {
  const { newsroom, subscribe } = startHub({ sliceMs: 0 })
  const sinks = crowd.map((viewer) => subscribe({}, { viewer }))
  await until(() => sinks.every(isLive))
  const turns = countTurns()
  const reachedIn = new Set<number>()
  for (const sink of sinks) atEach(sink, () => reachedIn.add(turns.now))
  const last = sinks.at(-1)!
  const staying = sinks.slice(0, -1)
  // In the middle of it somebody goes, and somebody comes.
  atEach(sinks[200]!, () => {
    if (!last.subscription.stop()) return
    staying.push(subscribe({ after: 0 }, { viewer: 'late' }))
  })
  for (const text of ['a', 'b', 'c']) await newsroom.publish('1', text)
  await until(() => staying.every(({ results }) => results.length === 3))
  turns.stop()
  expect(reachedIn.size).toBeGreaterThan(20)
  expect(staying).toHaveLength(640)
  for (const { revs } of staying) expect(revs).toEqual([1, 2, 3])
  expect(last.results).toEqual([])
})

test('who falls behind while a crowd is being written to catches up from the log, without a gap or a repeat', async () => {
  const { newsroom, subscribe } = startHub({ sliceMs: 0, pendingEvents: 2 })
  const sinks = crowd.map((viewer) => subscribe({}, { viewer }))
  await until(() => sinks.every(isLive))
  for (let rev = 1; rev <= 12; rev++) {
    await newsroom.publish('1', `story ${rev}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await until(() => sinks.every(({ results }) => results.length >= 12))
  const all = Array.from({ length: 12 }, (_, index) => index + 1)
  for (const { revs } of sinks) expect(revs).toEqual(all)
})

test('a state that changes while a crowd is being told is not overtaken by the older one', async () => {
  const { station, subscribe, states } = startStates({ sliceMs: 0 })
  const sinks = crowd.map((viewer) => subscribe(['oslo'], { viewer }))
  await until(() => sinks.every(isLive))
  let isChanged = false
  atEach(sinks[200]!, () => {
    if (!isChanged) void station.measure('oslo', 2)
    isChanged = true
  })
  await station.measure('oslo', 1)
  await until(() => sinks.every(({ told }) => told.at(-1) === 'oslo/roof 2'))
  expect(sinks[0]!.told).toEqual(['oslo/roof 1', 'oslo/roof 2'])
  expect(sinks.at(-1)!.told).toEqual(['oslo/roof 2'])
  await states.close()
})
