import { Readable } from 'node:stream'
import { afterAll, expect, test } from '@jest/globals'
import { createLogger, createMetrics } from '../../../../platform/telemetry/index.ts'
import { until } from '../../../../platform/time/until.ts'
import { createThumbnailer } from './createThumbnailer.ts'
import { Turns } from './turns.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const metrics = createMetrics({ process: false })
const outcomes = async () => {
  const found = await metrics.getSingleMetric('parley_thumbnails_total')!.get()
  return Object.fromEntries(found.values.map(({ labels, value }) => [labels['outcome'], value]))
}
const impatient = createThumbnailer({ logger, metrics, timeoutMs: 500 })
afterAll(() => impatient.close())

test('a picture whose decoding does not end is given up, and so is one whose bytes break off', async () => {
  const picture = { width: 10, height: 10, size: 10 }
  const endless = new Readable({ read() {} })
  expect(await impatient.draw({ ...picture, open: async () => endless })).toBeUndefined()
  const broken = new Readable({ read: () => void broken.destroy(new Error('gone')) })
  expect(await impatient.draw({ ...picture, open: async () => broken })).toBeUndefined()
  expect(await impatient.draw({ ...picture, open: () => Promise.reject(new Error('no store')) })).toBeUndefined()
  expect((await outcomes())['failed']).toBeGreaterThanOrEqual(2)
})

test('a picture with more pixels or bytes than memory is given for is not opened', async () => {
  const open = () => Promise.reject(new Error('it was opened'))
  expect(await impatient.draw({ width: 10_000, height: 10_000, size: 10, open })).toBeUndefined()
  expect(await impatient.draw({ width: 10, height: 10, size: 2 ** 31, open })).toBeUndefined()
  expect((await outcomes())['none']).toBeGreaterThanOrEqual(2)
})

test('turns are taken a few at a time, in order; whoever finds a full line, or waits too long, goes without', async () => {
  const turns = new Turns({ atOnce: 2, line: 2, patienceMs: 60_000 })
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const take = (name: string, of = turns) =>
    of.take(() => new Promise<string>((end) => (begun.push(name), ends.set(name, () => end(name)))))
  const end = async (name: string) => {
    await until(() => ends.has(name), `${name} has its turn`)
    ends.get(name)!()
  }
  const all = ['a', 'b', 'c', 'd', 'e'].map((name) => take(name))
  expect(await all[4]).toBeUndefined()
  expect(begun).toEqual(['a', 'b'])
  for (const name of ['b', 'c', 'd', 'a']) await end(name)
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', undefined])
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  const impatient = new Turns({ atOnce: 1, line: 1, patienceMs: 1 })
  const first = take('first', impatient)
  expect(await take('second', impatient)).toBeUndefined()
  await end('first')
  expect(await first).toBe('first')
  await expect(impatient.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await impatient.take(async () => 'third')).toBe('third')
})
