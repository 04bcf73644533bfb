import { expect, test } from '@jest/globals'
import { reachOf } from './receipts.ts'

const at = (readSeq: number, deliveredSeq = readSeq) => ({ readSeq, deliveredSeq })

test('a message is delivered when it has reached everyone, and seen when somebody has read it', () => {
  expect(reachOf(5, [])).toEqual({ state: 'sent' })
  expect(reachOf(5, [at(4), at(0, 5)])).toEqual({ state: 'sent' })
  expect(reachOf(5, [at(4, 5), at(0, 9)])).toEqual({ state: 'delivered' })
  expect(reachOf(5, [at(5), at(0)])).toEqual({ state: 'seen', count: 1, all: false })
  expect(reachOf(5, [at(5), at(7)])).toEqual({ state: 'seen', count: 2, all: true })
})
