import { afterEach, describe, expect, test } from '@jest/globals'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Overloaded, Unavailable } from '../../errors.ts'
import { createLogger, createMetrics } from '../../telemetry/index.ts'
import { until } from '../../time/until.ts'
import type { LogLimits } from '../limits.ts'
import { anEvent } from '../log.contract.ts'
import { MemoryLog } from './memoryLog.ts'

const topic = 'conversation-events'
const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function open(limits: Partial<LogLimits> = {}, folder?: string) {
  const dataFolder = folder ?? (await mkdtemp(join(tmpdir(), 'parley-log-')))
  if (!folder) folders.push(dataFolder)
  const logger = createLogger({ log: { level: 'silent', format: 'json' } })
  const metrics = createMetrics({ process: false })
  const backOff = { leastMs: 1, mostMs: 5 }
  return { log: new MemoryLog({ dataFolder, logger, metrics, limits: { backOff, ...limits } }), dataFolder, metrics }
}

describe('the log in this process', () => {
  const never = () => new Promise<void>(() => {})

  test('an append resolves only when every group has handled the events', async () => {
    const { log } = await open()
    let finish: (() => void) | undefined
    await log.consume(topic, 'fast', async () => {})
    await log.consume(topic, 'slow', () => new Promise((resolve) => (finish = resolve)))
    let appended = false
    const appending = log.append(topic, [anEvent('a', 1)]).then(() => (appended = true))
    await until(() => finish, 'the slow group')
    expect(appended).toBe(false)
    finish?.()
    await appending
  })

  test('a key that waits does not hold up another', async () => {
    const { log } = await open({ appendTimeoutMs: 50 })
    await log.consume(topic, 'fanout', ([event]) => (event?.topic === 'stuck' ? never() : Promise.resolve()))
    void log.append(topic, [anEvent('stuck', 1)]).catch(() => {})
    await log.append(topic, [anEvent('free', 1)])
  })

  test('what waits for a key is handed over in one call', async () => {
    const { log } = await open()
    const runs: number[][] = []
    await log.consume(topic, 'fanout', async (events) => void runs.push(events.map(({ rev }) => rev)))
    await Promise.all([1, 2, 3, 4].map((rev) => log.append(topic, [anEvent('a', rev)])))
    expect(runs).toEqual([[1, 2, 3, 4]])
  })

  test('a full queue refuses with OVERLOADED, and takes events again once there is room', async () => {
    const { log } = await open({ waiting: 2 })
    const finish: (() => void)[] = []
    await log.consume(topic, 'fanout', () => new Promise((resolve) => finish.push(resolve)))
    const first = log.append(topic, [anEvent('a', 1), anEvent('b', 1)])
    await expect(log.append(topic, [anEvent('c', 1)])).rejects.toThrow(Overloaded)
    await until(() => finish.length === 2, 'both handlers')
    for (const done of finish.splice(0)) done()
    await first
    const second = log.append(topic, [anEvent('c', 1)])
    await until(() => finish.length === 1, 'the third handler')
    finish[0]?.()
    await second
  })

  test('an append gives up on a handler that hangs', async () => {
    const { log } = await open({ appendTimeoutMs: 20 })
    await log.consume(topic, 'fanout', never)
    await expect(log.append(topic, [anEvent('a', 1)])).rejects.toThrow(Unavailable)
  })

  test('events that wait when their consumer stops are refused, so their outbox rows stay', async () => {
    const { log } = await open()
    const consumer = await log.consume(topic, 'fanout', () => Promise.reject(new Unavailable('down')))
    const appended = log.append(topic, [anEvent('a', 1)])
    const refused = expect(appended).rejects.toThrow(Unavailable)
    await consumer.stop()
    await refused
  })

  test('while a group has no consumer its events are refused, so their outbox rows stay until it returns', async () => {
    const { log } = await open()
    await log.append(topic, [anEvent('a', 1)])
    const consumer = await log.consume(topic, 'fanout', async () => {})
    await consumer.stop()
    await expect(log.append(topic, [anEvent('a', 2)])).rejects.toThrow(Unavailable)
    const seen: number[] = []
    await log.consume(topic, 'fanout', async (events) => void seen.push(...events.map(({ rev }) => rev)))
    await log.append(topic, [anEvent('a', 2)])
    expect(seen).toEqual([2])
  })

  test('two consumers of a group share its events', async () => {
    const { log } = await open()
    const seen: [number[], number[]] = [[], []]
    const consumers = await Promise.all(
      seen.map((mine) =>
        log.consume(topic, 'fanout', async (events) => void mine.push(...events.map(({ rev }) => rev))),
      ),
    )
    await log.append(topic, [anEvent('a', 1)])
    await log.append(topic, [anEvent('a', 2)])
    expect(seen.map((mine) => mine.length)).toEqual([1, 1])
    await consumers[0]?.stop()
    await log.append(topic, [anEvent('a', 3)])
    expect(seen[1]).toContain(3)
  })

  test('dead letters outlive the process, also behind a line that a crash left unfinished', async () => {
    const { log, dataFolder, metrics } = await open()
    await log.consume(topic, 'fanout', () => Promise.reject(new Error('no')))
    await log.append(topic, [anEvent('a', 1)])
    await appendFile(join(dataFolder, 'dead-letters', `${topic}.jsonl`), '{"topic":"conv')
    await log.append(topic, [anEvent('a', 2)])
    await log.close()
    const { log: again } = await open({}, dataFolder)
    expect((await again.deadLetters(topic, 10)).map(({ event }) => (event as { rev: number }).rev)).toEqual([1, 2])
    expect(await metrics.metrics()).toContain(`parley_dead_letters_total{topic="${topic}",group="fanout"} 2`)
  })
})
