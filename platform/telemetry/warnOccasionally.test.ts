import { expect, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLogger, warnOccasionally } from './index.ts'

test('a warning that repeats is written once per period, and the next one says how many were left out', async () => {
  const lines: { msg: string; leftOut?: number }[] = []
  const write = (line: string) => void lines.push(JSON.parse(line))
  const warn = warnOccasionally(createLogger({ log: { level: 'info', format: 'json' } }, { write }), 50)
  for (const ms of [10, 20, 30]) warn({}, `restarting in ${ms} ms`)
  warn({}, 'another')
  expect(lines.map(({ msg }) => msg)).toEqual(['restarting in 10 ms', 'another'])
  while (lines.length < 3) {
    await sleep(10)
    warn({}, 'restarting in 40 ms')
  }
  expect(lines[2]?.leftOut).toBeGreaterThanOrEqual(2)
})
