import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { RevOrder } from './revOrder.ts'

const event = (rev: number): TopicEvent => ({ topic: 't', rev, payload: { __typename: 'Story', rev } })
const revs = (events: readonly TopicEvent[]) => events.map(({ rev }) => rev)
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

test('events that come in any order, and more than once, go out in order, each once', () => {
  const stream = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 40 })).chain(([start, length]) => {
    const all = range(1, start + length)
    return fc.tuple(
      fc.constant(start),
      fc.constant(length),
      fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
    )
  })
  fc.assert(
    fc.property(stream, fc.nat(100), ([start, length, arrivals], beginAt) => {
      const order = new RevOrder(1000)
      const out: number[] = []
      arrivals.forEach((rev, index) => {
        if (index === beginAt % arrivals.length) out.push(...revs(order.begin(start)))
        out.push(...revs(order.offer(event(rev))))
      })
      expect(out).toEqual(range(start + 1, start + length))
      expect(order.behind).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test('with losses and a small bound, what is missing shows as behind, and the log mends it', () => {
  const scenario = fc.record({
    length: fc.integer({ min: 1, max: 60 }),
    bound: fc.integer({ min: 0, max: 5 }),
    arrivals: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 120 }),
  })
  fc.assert(
    fc.property(scenario, ({ length, bound, arrivals }) => {
      const order = new RevOrder(bound)
      const out = revs(order.begin(0))
      let highest = 0
      for (const rev of arrivals.filter((rev) => rev <= length)) {
        out.push(...revs(order.offer(event(rev))))
        highest = Math.max(highest, rev)
        expect(order.behind).toBe(order.last! < highest)
      }
      for (const missing of range(order.last! + 1, length)) out.push(...revs(order.accept(event(missing))))
      expect(out).toEqual(range(1, length))
    }),
    { numRuns: 1000 },
  )
})

test('where the log goes on at a later position, so does the order', () => {
  const order = new RevOrder(10)
  order.begin(3)
  expect(order.offer(event(9))).toEqual([])
  expect(revs(order.accept(event(8)))).toEqual([8, 9])
  expect(order.last).toBe(9)
})

test('what the log does not know is given up', () => {
  const order = new RevOrder(10)
  order.begin(3)
  order.offer(event(9))
  expect(order.giveUp()).toBe(1)
  expect(order.behind).toBe(false)
  expect(revs(order.offer(event(4)))).toEqual([4])
})
