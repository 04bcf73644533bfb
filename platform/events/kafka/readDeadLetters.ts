import { randomUUID } from 'node:crypto'
import type { IHeaders, Kafka, KafkaMessage } from 'kafkajs'
import { withTimeout } from '../../time/withTimeout.ts'
import type { DeadLetter, LogTopic } from '../log.ts'
import { deadLetterTopicName } from './topics.ts'
import { parseJson } from './received.ts'

const timeoutMs = 30_000

/** The newest `limit` dead letters, oldest first. Reads with a consumer group of its own, which it takes away again. */
export async function readDeadLetters(
  kafka: Kafka,
  { namespace, topic, limit }: { namespace: string; topic: LogTopic; limit: number },
): Promise<DeadLetter[]> {
  const name = deadLetterTopicName(namespace, topic)
  const admin = kafka.admin()
  await admin.connect()
  try {
    const [range] = await admin.fetchTopicOffsets(name)
    if (!range) return []
    const [low, high] = [BigInt(range.low), BigInt(range.high)]
    const from = high - BigInt(limit) > low ? high - BigInt(limit) : low
    if (from >= high) return []
    const groupId = `${name}.reader-${randomUUID()}`
    const messages = await readRange(kafka, groupId, name, from, high)
    await admin.deleteGroups([groupId])
    return messages.map((message) => toDeadLetter(topic, message))
  } finally {
    await admin.disconnect()
  }
}

/** Messages from offset `from` up to, not including, `end`, of a topic with one partition. */
async function readRange(
  kafka: Kafka,
  groupId: string,
  topic: string,
  from: bigint,
  end: bigint,
): Promise<KafkaMessage[]> {
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 500, allowAutoTopicCreation: false })
  const messages: KafkaMessage[] = []
  try {
    await consumer.connect()
    await consumer.subscribe({ topic, fromBeginning: true })
    await withTimeout(
      timeoutMs,
      'Reading dead letters',
      () =>
        new Promise<void>((resolve, reject) => {
          const eachMessage = async ({ message }: { message: KafkaMessage }) => {
            const offset = BigInt(message.offset)
            if (offset >= from && offset < end) messages.push(message)
            if (offset >= end - 1n) resolve()
          }
          consumer.run({ autoCommit: false, eachMessage }).catch(reject)
          consumer.seek({ topic, partition: 0, offset: String(from) })
        }),
    )
  } finally {
    await consumer.disconnect()
  }
  return messages
}

const header = (headers: IHeaders | undefined, name: string) => headers?.[name]?.toString() ?? ''

function toDeadLetter(topic: LogTopic, { value, headers }: KafkaMessage): DeadLetter {
  const raw = value?.toString() ?? ''
  const event = parseJson(raw)
  return {
    topic,
    group: header(headers, 'group'),
    event: event === undefined ? raw : event,
    error: header(headers, 'error'),
    at: header(headers, 'at'),
  }
}
