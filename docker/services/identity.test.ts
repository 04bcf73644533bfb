import { expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { identify, isRunning, parseStat } from './identity.ts'
import { signalProcess, untilEnded } from './process.ts'

const fields = 'S 1 7 7 0 -1 4194560 1 0 0 0 1 2 3 4 20 0 1 0 98765 1234 56'

test('the start of a process is found behind any name', () => {
  expect(parseStat(`7 (redis) ${fields}`)).toEqual({ state: 'S', startTicks: '98765' })
  expect(parseStat(`7 (a) b (c d)) ${fields}\n`)).toEqual({ state: 'S', startTicks: '98765' })
})

test('a process is the same only with the same start', () => {
  const self = identify(process.pid)
  if (!self) throw new Error('this very process was not found')
  expect(isRunning(self)).toBe(true)
  expect(isRunning({ ...self, startedAt: 'another time' })).toBe(false)
})

test('a pid that was given to another process is not signalled', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  await once(child, 'spawn')
  const identity = identify(child.pid ?? 0)
  if (!identity) throw new Error('the child was not found')

  expect(signalProcess({ ...identity, startedAt: 'another time' }, 'SIGKILL')).toBe(false)
  expect(isRunning(identity)).toBe(true)

  expect(signalProcess(identity, 'SIGKILL')).toBe(true)
  await untilEnded(identity)
  expect(signalProcess(identity, 'SIGKILL')).toBe(false)
})
