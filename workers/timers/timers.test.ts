import { afterEach, describe, expect, test } from '@jest/globals'
import { createLogger, createMetrics } from '../../platform/telemetry/index.ts'
import { until } from '../../platform/time/until.ts'
import { startTimers, type DueWork, type Timers } from './index.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
let timers: Timers | undefined
afterEach(() => timers?.stop())

/** Work that is a list of moments. */
class Moments implements DueWork {
  due: number[] = []
  done: { due: number; at: number }[] = []
  failing = 0

  async next() {
    return this.due.length === 0 ? null : Math.min(...this.due)
  }

  async run(limit: number) {
    if (this.failing > 0) throw new Error(`failing, ${(this.failing -= 1)} to go`)
    const now = Date.now()
    const some = this.due.filter((at) => at <= now).slice(0, limit)
    this.due = this.due.filter((at) => !some.includes(at))
    this.done.push(...some.map((due) => ({ due, at: now })))
    return some.length
  }
}

function start(work: DueWork, lookMs = 60_000) {
  timers = startTimers({ work, logger, metrics: createMetrics({ process: false }), lookMs })
}
const allDone = (work: Moments, count: number) => until(() => work.done.length === count, `${count} done`)

describe('the timers', () => {
  test('do what is due when it is due, not before, without waiting for the next look', async () => {
    const work = new Moments()
    work.due = [Date.now() + 150, Date.now() + 50, Date.now() - 1_000]
    start(work)
    await allDone(work, 3)
    expect(work.done.every(({ due, at }) => at >= due && at < due + 30_000)).toBe(true)
  })

  test('go on at once while more is due than fits into a round', async () => {
    const work = new Moments()
    work.due = Array.from({ length: 1_000 }, (_, n) => n)
    start(work)
    await allDone(work, 1_000)
  })

  test('see what was added meanwhile at the next look', async () => {
    const work = new Moments()
    start(work, 20)
    work.due = [Date.now()]
    await allDone(work, 1)
  })

  test('wait out failures', async () => {
    const work = new Moments()
    work.failing = 2
    work.due = [1]
    start(work)
    await allDone(work, 1)
  })

  test('stop in the middle of a wait', async () => {
    start(new Moments())
    await timers!.stop()
  })
})
