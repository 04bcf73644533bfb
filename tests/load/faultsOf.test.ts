import { expect, test } from '@jest/globals'
import { faultsOf, type Record } from './faultsOf.ts'

const sent = (...revs: number[]) => revs.map((rev) => ({ rev, type: 'MessageSent' }))
const record = (seen: Record['seen'], more: Partial<Record> = {}): Record => ({
  name: 'a client',
  after: 2,
  seen,
  completed: false,
  errors: [],
  ...more,
})
const bob = { userId: 'bob', rev: 5 }
const removal = { ...bob, type: 'MemberRemoved' }

test('a whole record has no faults', () => {
  expect(faultsOf(record(sent(3, 4, 5)), 5)).toEqual([])
  expect(faultsOf(record([...sent(3, 4), removal], { completed: true }), 9, bob)).toEqual([])
})

test.each([
  ['a gap', record(sent(3, 5)), 5, 'missing'],
  ['a repeat', record(sent(3, 4, 4, 5)), 5, 'came again'],
  ['another order', record(sent(4, 3, 5)), 5, 'missing'],
  ['an end that is missing', record(sent(3, 4)), 5, 'stands at 4'],
  ['an end that nobody asked for', record(sent(3, 4, 5), { completed: true }), 5, 'was ended'],
  ['an error', record(sent(3, 4, 5), { errors: ['INTERNAL'] }), 5, 'INTERNAL'],
])('%s is found', (_what, found, last, fault) => {
  expect(faultsOf(found, last).join()).toContain(fault)
})

test('what a removed member saw afterwards is found, and that it was not ended', () => {
  const late = record([...sent(3, 4), removal, ...sent(6)], { completed: true })
  expect(faultsOf(late, 6, bob).join()).toContain('after its removal')
  expect(faultsOf(record(sent(3, 4, 5, 6), { completed: true }), 6, bob).join()).toContain('after its removal')
  expect(faultsOf(record([...sent(3, 4), removal]), 6, bob).join()).toContain('not ended')
})
