import { expect, test } from '@jest/globals'
import { setFlagsFromString, getHeapSpaceStatistics } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Deadlines } from './deadlines.ts'
import { until } from './until.ts'

test('who is still there when its time is over is told, in the order in which they began', async () => {
  const deadlines = new Deadlines(20)
  const told: string[] = []
  deadlines.add(() => void told.push('first'))
  const gone = deadlines.add(() => void told.push('gone'))
  deadlines.add(() => void told.push('second'))
  gone.leave()
  await until(() => told.length === 2)
  deadlines.add(() => void told.push('later'))
  await until(() => told.length === 3)
  gone.leave()
  expect(told).toEqual(['first', 'second', 'later'])
})

test('what has come and gone does not grow old: the collector of young objects takes it away', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: { type: 'minor' | 'major' }) => void
  const old = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')!.space_used_size
  const deadlines = new Deadlines(60_000)
  // Eight under way at any time, each with 8 kB to its name.
  const comeAndGo = (count: number) => {
    const underWay: { leave(): void }[] = []
    for (let n = 0; n < count; n++) {
      const held = Array.from({ length: 1_000 }, () => n)
      underWay.push(deadlines.add(() => held.fill(0)))
      if (underWay.length > 8) underWay.shift()!.leave()
      if (n % 100 === 0) collect({ type: 'minor' })
    }
    for (const one of underWay) one.leave()
  }
  comeAndGo(500)
  collect({ type: 'major' })
  const before = old()
  comeAndGo(3_000)
  // 24 MB passed through.
  expect(old() - before).toBeLessThan(5_000_000)
})
