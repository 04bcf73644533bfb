import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../platform/config/index.ts'
import { Unavailable } from '../../platform/errors.ts'
import { openEventLog, openPubSub, type EventLog, type PubSub, type TopicEvent } from '../../platform/events/index.ts'
import { createLogger, createMetrics } from '../../platform/telemetry/index.ts'
import { until } from '../../platform/time/until.ts'
import { startFanout } from './index.ts'

const topic = 'conversation-events'
const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const services = process.env.PARLEY_TEST_SERVICES === '1' ? process.env : {}

const anEvent = (rev: number, conversation = 'a'): TopicEvent => ({
  topic: `conversation:${conversation}`,
  rev,
  payload: { __typename: 'MessageSent', at: new Date(Date.now() - 40).toISOString() },
  endsFor: ['someone'],
})

describe('fanout', () => {
  let folder: string
  let log: EventLog
  let pubsub: PubSub
  let metrics: ReturnType<typeof createMetrics>

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-fanout-'))
    const config = readConfig(services, { PARLEY_NAMESPACE: `test-${randomUUID()}`, PARLEY_DATA: folder })
    metrics = createMetrics({ process: false })
    log = await openEventLog(config, logger, metrics)
    pubsub = await openPubSub(config, logger)
  })
  afterEach(async () => {
    await log.close()
    await pubsub.close()
    await rm(folder, { recursive: true })
  })

  const listen = async (channel: string) => {
    const heard: TopicEvent[] = []
    await pubsub.subscribe(channel, (message) => heard.push(JSON.parse(message)))
    return heard
  }

  test('each event is published once, whole, in order, on the channel of its topic', async () => {
    await startFanout({ log, pubsub, logger, metrics })
    const [a, b] = [await listen('conversation:a'), await listen('conversation:b')]
    const [forA, forB] = [[1, 2, 3].map((rev) => anEvent(rev)), [1, 2].map((rev) => anEvent(rev, 'b'))]
    await log.append(topic, [...forA, ...forB])
    await until(() => a.length + b.length === 5, 'all events')
    expect([a, b]).toEqual([forA, forB])
  })

  test('the end of a membership is told to those who follow state, with the event that says so', async () => {
    await startFanout({ log, pubsub, logger, metrics })
    const heard = await listen('access:changed')
    await log.append(topic, [anEvent(1), { ...anEvent(2), endsFor: ['eve'] }])
    await until(() => heard.length === 1, 'the change')
    expect(heard).toEqual([{ viewers: ['someone', 'eve'], topics: ['presence:someone', 'presence:eve'] }])
  })

  test('while pub/sub is away events wait, in order, and none is given up', async () => {
    let away = true
    const publishMany: PubSub['publishMany'] = async (messages) => {
      if (away) throw new Unavailable('Redis is away.')
      await pubsub.publishMany(messages)
    }
    await startFanout({ log, pubsub: { ...methods(pubsub), publishMany }, logger, metrics })
    const heard = await listen('conversation:a')
    const appended = log.append(topic, [anEvent(1), anEvent(2)])
    const retries = async () =>
      (await metrics.getSingleMetric('parley_event_retries_total')?.get())?.values[0]?.value ?? 0
    await until(async () => (await retries()) > 4, 'more failures than a bad event is allowed')
    expect(heard).toEqual([])
    away = false
    await appended
    await until(() => heard.length === 2, 'the events')
    expect(heard.map(({ rev }) => rev)).toEqual([1, 2])
    expect(await log.deadLetters(topic, 1)).toEqual([])
  })

  test('what it published, and how late, is counted', async () => {
    await startFanout({ log, pubsub, logger, metrics })
    const heard = await listen('conversation:a')
    await log.append(topic, [anEvent(1)])
    await until(() => heard.length === 1, 'the event')
    const text = await until(async () => {
      const text = await metrics.metrics()
      return text.includes('parley_fanout_events_total 1') && text
    }, 'the count')
    expect(text).toContain('parley_fanout_lag_ms_count 1')
    expect(text).toContain('parley_fanout_lag_ms_bucket{le="20"} 0')
  })

  test('after it has stopped, nothing more is published', async () => {
    const fanout = await startFanout({ log, pubsub, logger, metrics })
    const heard = await listen('conversation:a')
    await log.append(topic, [anEvent(1)])
    await until(() => heard.length === 1, 'the event')
    await fanout.stop()
    await Promise.allSettled([log.append(topic, [anEvent(2)])])
    await pubsub.publish('conversation:a', JSON.stringify(anEvent(3)))
    await until(() => heard.at(-1)?.rev === 3, 'the marker behind it')
    expect(heard.map(({ rev }) => rev)).toEqual([1, 3])
  })
})

/** The same pub/sub as a plain object, to put another method in. */
const methods = (pubsub: PubSub): PubSub => ({
  publish: (channel, message) => pubsub.publish(channel, message),
  publishMany: (messages) => pubsub.publishMany(messages),
  subscribe: (channel, listener) => pubsub.subscribe(channel, listener),
  onConnection: (listener) => pubsub.onConnection(listener),
  ping: () => pubsub.ping(),
  close: () => pubsub.close(),
})
