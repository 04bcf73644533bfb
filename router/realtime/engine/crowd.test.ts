import { expect, test } from '@jest/globals'
import { startHub } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const live = (sinks: { subscription: { state: string } }[]) =>
  sinks.every(({ subscription: { state } }) => state === 'live')

test('many who come back to the same place share one reading of the log, and each is asked for', async () => {
  const { newsroom, subscribe, count } = startHub()
  for (const rev of range(1, 60)) newsroom.room('1').append(`story ${rev}`)
  const viewers = range(1, 300).map((n) => `viewer ${n}`)
  newsroom.room('1').members = new Set(viewers)
  const sinks = viewers.map((viewer) => subscribe({ after: 10 }, { viewer }))
  await until(() => live(sinks))
  for (const { revs } of sinks) expect(revs).toEqual(range(11, 60))
  expect(newsroom.opened.filter(({ after }) => after === 10)).toHaveLength(1)
  expect(new Set(newsroom.opened.map(({ viewer }) => viewer)).size).toBe(300)
  expect([await count('catch_ups_total'), await count('openings_waiting')]).toEqual([300, 0])
})

test('who is no member gets nothing of what a member has just read', async () => {
  const { newsroom, subscribe } = startHub()
  for (const rev of range(1, 20)) newsroom.room('1').append(`story ${rev}`)
  newsroom.room('1').members = new Set(['ada'])
  const ada = subscribe({ after: 0 }, { viewer: 'ada' })
  const bob = subscribe({ after: 0 }, { viewer: 'bob' })
  await until(() => ada.subscription.state === 'live' && bob.errors.length === 1)
  const late = subscribe({ after: 0 }, { viewer: 'bob' })
  await until(() => late.errors.length === 1)
  expect([bob.codes, bob.results, late.codes, late.results]).toEqual([['FORBIDDEN'], [], ['FORBIDDEN'], []])
  expect(ada.revs).toEqual(range(1, 20))
})

test('where the first one to ask is refused, the next one reads for the others', async () => {
  const { newsroom, subscribe } = startHub()
  for (const rev of range(1, 20)) newsroom.room('1').append(`story ${rev}`)
  newsroom.room('1').members = new Set(['ada', 'eve'])
  const bob = subscribe({ after: 0 }, { viewer: 'bob' })
  const sinks = ['ada', 'eve'].map((viewer) => subscribe({ after: 0 }, { viewer }))
  await until(() => live(sinks) && bob.errors.length === 1)
  for (const { revs } of sinks) expect(revs).toEqual(range(1, 20))
})

test('a crowd that comes back while events flow misses nothing, and those who are there are not held up', async () => {
  const { newsroom, subscribe } = startHub({ pageSize: 20, openings: 4 })
  for (const rev of range(1, 100)) newsroom.room('1').append(`story ${rev}`)
  const there = subscribe()
  await until(() => there.subscription.state === 'live')
  // The log answers slowly: what is there already must not wait for it.
  newsroom.beforeOpening = () => new Promise<void>((resolve) => setImmediate(resolve))
  const sinks = range(1, 400).map((n) => subscribe({ after: 50 + (n % 3) }, { viewer: `viewer ${n}` }))
  for (let n = 0; n < 40; n++) {
    await newsroom.publish('1', `new ${n}`)
    await until(() => there.results.length === n + 1)
  }
  await until(() => live(sinks) && sinks.every(({ revs }) => revs.at(-1) === 140))
  for (const [index, { revs }] of sinks.entries()) expect(revs).toEqual(range(51 + ((index + 1) % 3), 140))
})
