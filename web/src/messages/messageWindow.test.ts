import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { aMessage } from '../conversations/given.ts'
import { addMessage, append, drop, prepend, type MessageWindow } from './messageWindow.ts'

/** The messages from `first` to `last` of a conversation that has `newest`. */
const run = (first: number, last: number, newest: number): MessageWindow => ({
  messages: Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => aMessage(first + index)),
  hasEarlier: first > 1,
  hasLater: last < newest,
})
const seqs = ({ messages }: MessageWindow) => messages.map(({ seq }) => seq)

describe('a window', () => {
  test('that ends at the newest message takes a new one, once, in its place', () => {
    const window = run(1, 2, 2)
    expect(seqs(addMessage(addMessage(window, aMessage(4)), aMessage(3)))).toEqual([1, 2, 3, 4])
    expect(addMessage(window, aMessage(2))).toBe(window)
  })

  test('that ends earlier does not take a new message: there would be a hole', () => {
    const window = run(1, 2, 9)
    expect(addMessage(window, aMessage(10))).toBe(window)
  })
})

test('however one scrolls and whatever is sent, a window is one unbroken run of bounded length', () => {
  const step = fc.constantFrom('earlier', 'later', 'sent')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.array(step, { maxLength: 60 }), (start, steps) => {
      let newest = 400
      let window = run(Math.max(1, start - 24), start, newest)
      for (const what of steps) {
        const [first, last] = [window.messages[0]!.seq, window.messages.at(-1)!.seq]
        if (what === 'sent') window = addMessage(window, aMessage((newest += 1)))
        if (what === 'earlier' && window.hasEarlier) {
          window = drop(prepend(window, run(Math.max(1, first - 30), first - 1, newest)), 'latest', 100)
        }
        if (what === 'later' && window.hasLater) {
          window = drop(append(window, run(last + 1, Math.min(newest, last + 30), newest)), 'earliest', 100)
        }
        const held = seqs(window)
        expect(held).toEqual(Array.from({ length: held.length }, (_, index) => held[0]! + index))
        expect(window.hasEarlier).toBe(held[0]! > 1)
        expect(window.hasLater).toBe(held.at(-1)! < newest)
        if (what !== 'sent') expect(held.length).toBeLessThanOrEqual(130)
      }
    }),
  )
})
