import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { readConfig } from '../../platform/config/index.ts'
import { tables } from '../../platform/database/index.ts'
import { openTestDatabase, type TestDatabase } from '../../platform/database/testDatabase.ts'
import { Unavailable } from '../../platform/errors.ts'
import { openEventLog, type EventLog } from '../../platform/events/index.ts'
import { createLogger, createMetrics } from '../../platform/telemetry/index.ts'
import { until } from '../../platform/time/until.ts'
import { append, conversationTopic, createTimeline, lockTimelines } from '../../platform/timeline/index.ts'
import { startRelay, type Relay } from './index.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const services = process.env.PARLEY_TEST_SERVICES === '1' ? process.env : {}
const actor = { __typename: 'User', id: 'someone' } as const

describe('the relay', () => {
  let folder: string
  let place: TestDatabase
  let log: EventLog
  let relay: Relay | undefined
  let metrics: ReturnType<typeof createMetrics>
  let seen: string[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-relay-'))
    metrics = createMetrics({ process: false })
    place = await openTestDatabase('conversations')
    const config = readConfig(services, { PARLEY_NAMESPACE: `test-${randomUUID()}`, PARLEY_DATA: folder })
    log = await openEventLog(config, logger, metrics)
    seen = []
    await log.consume('conversation-events', 'test', async (events) => {
      seen.push(...events.map(({ topic, rev }) => `${topic} ${rev}`))
    })
  })
  afterEach(async () => {
    await relay?.stop()
    await log.close()
    await place.drop()
    await rm(folder, { recursive: true })
  })

  /** Commits events as a writer does that dies before it publishes them. Answers what should be seen of them. */
  const commit = async (count: number): Promise<string[]> => {
    const id = uuid()
    await place.database.transaction(async (tx) => {
      await createTimeline(tx, id, Date.now())
      const head = (await lockTimelines(tx, [id])).get(id)!
      const events = Array.from({ length: count }, (_, n) => ({
        payload: { __typename: 'TitleChanged', title: `${n}`, actor } as const,
      }))
      await append(tx, [{ head, events }], Date.now())
    })
    return Array.from({ length: count }, (_, n) => `${conversationTopic(id)} ${n + 1}`)
  }
  const start = (options: { ageMs?: number; log?: EventLog } = {}) => {
    relay = startRelay({ database: place.database, log, logger, metrics, intervalMs: 5, ageMs: 0, ...options })
  }
  const waiting = () => place.database.select().from(tables.outbox)

  test('events that their writer did not publish are published in order, and leave the outbox', async () => {
    const expected = await commit(5)
    start()
    await until(async () => (await waiting()).length === 0, 'the outbox to empty')
    await until(() => seen.length === 5, 'the events')
    expect(seen).toEqual(expected)
    await until(async () => (await metrics.metrics()).includes('parley_relay_events_total 5'), 'the count')
  })

  test('a backlog of more than one round is published to its end', async () => {
    const expected = [...(await commit(400)), ...(await commit(400))]
    start()
    await until(() => seen.length === expected.length, 'the events')
    expect([...seen].sort()).toEqual([...expected].sort())
    await until(async () => (await waiting()).length === 0, 'the outbox to empty')
  })

  test('what is committed while it runs is found too', async () => {
    start()
    const expected = await commit(1)
    await until(() => seen.length === 1, 'the event')
    expect(seen).toEqual(expected)
  })

  test('a young event is left to its writer', async () => {
    start({ ageMs: 60_000 })
    await commit(1)
    const statements = place.database.statements
    await until(() => place.database.statements >= statements + 2, 'two looks')
    expect(await waiting()).toHaveLength(1)
    expect(seen).toEqual([])
  })

  test('while the log is away events stay in the outbox, and are published when it is back', async () => {
    let away = true
    const append: EventLog['append'] = async (topic, events) => {
      if (away) throw new Unavailable('Kafka is away.')
      await log.append(topic, events)
    }
    const expected = await commit(3)
    start({ log: { ...log, append } as EventLog })
    await until(async () => /parley_relay_failures_total [2-9]/.test(await metrics.metrics()), 'two failures')
    expect(await waiting()).toHaveLength(3)
    const oldest = async () => (await metrics.getSingleMetric('parley_relay_oldest_seconds')!.get()).values[0]!.value
    await until(async () => (await oldest()) > 0, 'how long the oldest waits')
    away = false
    await until(() => seen.length === 3, 'the events')
    await until(async () => (await oldest()) === 0, 'nothing to be overdue')
    expect(seen).toEqual(expected)
  })

  test('stopping is quick, and nothing is published afterwards', async () => {
    start()
    await until(() => place.database.statements > 0, 'a look')
    const begin = Date.now()
    await relay?.stop()
    expect(Date.now() - begin).toBeLessThan(1000)
    await commit(1)
    expect(await waiting()).toHaveLength(1)
    expect(seen).toEqual([])
  })
})
