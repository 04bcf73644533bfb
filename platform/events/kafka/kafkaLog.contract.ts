/** What only a log over a network has to promise: it outlives its consumers, outages and restarts. */
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Logger } from 'pino'
import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { Unavailable } from '../../errors.ts'
import { TcpProxy } from '../../network/tcpProxy.ts'
import { until } from '../../time/until.ts'
import type { EventLog } from '../log.ts'
import { anEvent } from '../log.contract.ts'
import { createKafka } from './createKafka.ts'
import type { KafkaLog, KafkaLogOptions } from './kafkaLog.ts'
import { topicName } from './topics.ts'

const topic = 'conversation-events'
const revs = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => anEvent('a', from + index))

export const describeKafkaLog = (
  brokers: readonly string[],
  open: (options?: Partial<KafkaLogOptions>) => Promise<KafkaLog>,
  /** A namespace nobody has used. */
  fresh: () => string,
  logger: Logger,
) =>
  describe('the log on Kafka', () => {
    const logs: EventLog[] = []
    const opened = async (options?: Partial<KafkaLogOptions>) => {
      const log = await open(options)
      logs.push(log)
      return log
    }
    afterEach(async () => {
      await Promise.all(logs.splice(0).map((log) => log.close()))
    })

    test('a group that is new starts at the beginning of the log', async () => {
      const log = await opened()
      await log.append(topic, revs(1, 3))
      const seen: number[] = []
      await log.consume(topic, 'late', async (events) => void seen.push(...events.map(({ rev }) => rev)))
      await until(() => seen.length === 3, 'the events')
    })

    test('a consumer that returns goes on where its group stopped, without losing or repeating an event', async () => {
      const namespace = fresh()
      const first = await opened({ namespace })
      const seen: number[] = []
      const note = async (events: readonly { rev: number }[]) => void seen.push(...events.map(({ rev }) => rev))
      await first.consume(topic, 'fanout', note)
      await first.append(topic, revs(1, 20))
      await until(() => seen.length === 20, 'the first events')
      await first.close()
      const second = await opened({ namespace })
      await second.append(topic, revs(21, 40))
      await second.consume(topic, 'fanout', note)
      await until(() => seen.length >= 40, 'the others')
      expect(seen).toEqual(revs(1, 40).map(({ rev }) => rev))
    })

    test('events that were not handled when their consumer stopped are handed to the next one', async () => {
      const namespace = fresh()
      const first = await opened({ namespace })
      let tries = 0
      await first.consume(topic, 'fanout', async (events) => {
        if (events.some(({ rev }) => rev > 2) && ++tries) throw new Unavailable('Redis is down.')
      })
      await first.append(topic, revs(1, 2))
      await first.append(topic, revs(3, 4))
      await until(() => tries > 2, 'the failing handler')
      await first.close()
      const second = await opened({ namespace })
      const seen: number[] = []
      await second.consume(topic, 'fanout', async (events) => void seen.push(...events.map(({ rev }) => rev)))
      await until(() => seen.includes(4), 'the events')
      expect(seen).toEqual(expect.arrayContaining([3, 4]))
    })

    test('the place of handled events is kept while their consumer goes on', async () => {
      const namespace = fresh()
      const log = await opened({ namespace, partitions: 1 })
      let seen = 0
      await log.consume(topic, 'fanout', async (events) => void (seen += events.length))
      await log.append(topic, revs(1, 20))
      await until(() => seen === 20, 'the events')
      const admin = createKafka(brokers, 'observer', logger).admin()
      await admin.connect()
      await until(async () => {
        const [offsets] = await admin.fetchOffsets({
          groupId: `${namespace}.fanout`,
          topics: [topicName(namespace, topic)],
        })
        return offsets?.partitions[0]?.offset === '20'
      }, 'the commit')
      await admin.disconnect()
    })

    test('a process that appends ends quickly, and without a warning from Node', async () => {
      const namespace = fresh()
      await opened({ namespace })
      const script = `
        import { createKafka } from '${new URL('./createKafka.ts', import.meta.url).href}'
        import { KafkaProducer } from '${new URL('./kafkaProducer.ts', import.meta.url).href}'
        import { createLogger } from '${new URL('../../telemetry/index.ts', import.meta.url).href}'
        const logger = createLogger({ log: { level: 'warn', format: 'json' } })
        const kafka = createKafka(${JSON.stringify(brokers)}, 'child', logger)
        const producer = new KafkaProducer(kafka, { waiting: 10, appendTimeoutMs: 5000 })
        await producer.append([{ topic: '${topicName(namespace, topic)}', key: 'a', value: '{}' }])
        await producer.close()`
      const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
      expect(stderr).toBe('')
    })

    test('when a second consumer joins a busy group, no event is lost and none of a key is overtaken', async () => {
      const namespace = fresh()
      const [one, two] = [await opened({ namespace }), await opened({ namespace })]
      const seen = new Map<string, number[]>()
      const note = async (events: readonly { topic: string; rev: number }[]) => {
        for (const { topic, rev } of events) seen.set(topic, [...(seen.get(topic) ?? []), rev])
      }
      const keys = ['a', 'b', 'c', 'd', 'e', 'f']
      await one.consume(topic, 'fanout', note)
      const joining = { done: false }
      const joined = two.consume(topic, 'fanout', note).finally(() => (joining.done = true))
      let last = 0
      while (!joining.done || last < 200)
        await one.append(
          topic,
          keys.map((key) => anEvent(key, ++last && last)),
        )
      await joined
      const highest = (key: string) => Math.max(0, ...(seen.get(key) ?? []))
      await until(() => keys.every((key) => highest(key) > last - keys.length), 'the last event of each key')
      for (const key of keys) {
        const revs = seen.get(key) ?? []
        const firstSights = revs.filter((rev, index) => revs.indexOf(rev) === index)
        expect(firstSights).toEqual([...firstSights].sort((left, right) => left - right))
        expect(firstSights).toHaveLength(last / keys.length)
      }
    })

    test('a message that is no event goes to the dead letters as it is, and the next one passes', async () => {
      const namespace = fresh()
      const log = await opened({ namespace })
      const producer = createKafka(brokers, 'stranger', logger).producer()
      await producer.connect()
      const messages = ['{', 'null', '{"topic":"a","rev":"1"}'].map((value) => ({ key: 'a', value }))
      await producer.send({ topic: topicName(namespace, topic), messages })
      await producer.disconnect()
      await log.append(topic, revs(1, 1))
      const seen: number[] = []
      await log.consume(topic, 'fanout', async (events) => void seen.push(...events.map(({ rev }) => rev)))
      await until(() => seen.length === 1, 'the event')
      const letters = await log.deadLetters(topic, 10)
      expect(letters.map(({ event }) => event)).toEqual(['{', null, { topic: 'a', rev: '1' }])
    })

    test('while Kafka is away appends are refused within the bound, and afterwards all goes on by itself', async () => {
      const [host = '', port] = brokers[0]?.split(':') ?? []
      const proxy = await TcpProxy.open({ host, port: Number(port) })
      const socketFactory = ({ onConnect }: { onConnect: () => void }) => connect({ port: proxy.port }, onConnect)
      const log = await opened({ socketFactory, limits: { appendTimeoutMs: 1500 } })
      const seen: number[] = []
      await log.consume(topic, 'fanout', async (events) => void seen.push(...events.map(({ rev }) => rev)))
      await log.append(topic, revs(1, 1))
      await until(() => seen.length === 1, 'the first event')
      await proxy.cut()
      const start = Date.now()
      for (let rev = 2; rev <= 4; rev++) await expect(log.append(topic, revs(rev, rev))).rejects.toThrow(Unavailable)
      await expect(log.ping()).rejects.toThrow(Unavailable)
      expect(Date.now() - start).toBeLessThan(3 * 1500 + 3000 + 1000)
      await proxy.restore()
      await until(
        () =>
          log.append(topic, revs(5, 5)).then(
            () => true,
            () => false,
          ),
        'an append to pass',
      )
      await until(() => seen.includes(5), 'the event')
      await log.ping()
      await log.close()
      await proxy.close()
    })

    test('a Kafka that hangs is given up on within the bound, and comes back', async () => {
      const [host = '', port] = brokers[0]?.split(':') ?? []
      const proxy = await TcpProxy.open({ host, port: Number(port) })
      const socketFactory = ({ onConnect }: { onConnect: () => void }) => connect({ port: proxy.port }, onConnect)
      const log = await opened({ socketFactory, limits: { appendTimeoutMs: 1000 } })
      proxy.freeze()
      const start = Date.now()
      await expect(log.append(topic, revs(1, 1))).rejects.toThrow(Unavailable)
      expect(Date.now() - start).toBeLessThan(2000)
      await proxy.cut()
      await proxy.restore()
      await until(
        () =>
          log.append(topic, revs(1, 1)).then(
            () => true,
            () => false,
          ),
        'an append to pass',
      )
      await log.close()
      await proxy.close()
    })

    test('closing takes less than 3 seconds, with a consumer that waits for events', async () => {
      const log = await opened()
      await log.consume(topic, 'fanout', async () => {})
      const start = Date.now()
      await log.close()
      expect(Date.now() - start).toBeLessThan(3000)
    })

    test('a Kafka that is not there is reported with advice', async () => {
      const opening = opened({ brokers: ['127.0.0.1:1'], patienceMs: 1 })
      await expect(opening).rejects.toThrow(Unavailable)
      await expect(opening).rejects.toThrow(
        /^Kafka at 127\.0\.0\.1:1 can't be reached\. Start it, or correct PARLEY_KAFKA_BROKERS/,
      )
    })
  })
