import { randomUUID } from 'node:crypto'
import type { Foundation } from '../../cli/foundation.ts'
import { tables, type Database } from '../../platform/database/index.ts'
import type { TopicEvent } from '../../platform/events/topicEvent.ts'
import { rateOf, timesOf, type Rate, type Times } from '../statistics.ts'

/** The parts that a message passes, each alone, with the same drivers: what nothing built on them can undercut. */
export interface BareParts {
  /** One row, committed. */
  insert: Times
  /** 64 connections at once, one committed row each time. */
  inserts64: Rate
  /** From append to the consumer's hands. */
  log: Times
  /** From publish to the listener's hands. */
  pubsub: Times
}

const row = () => ({
  conversationId: randomUUID(),
  seq: 1,
  id: randomUUID(),
  senderId: randomUUID(),
  clientMessageId: randomUUID(),
  contentHash: 'x'.repeat(43),
  text: 'A message of ordinary length, as people write them.',
  createdAt: Date.now(),
})

const insert = (database: Database) => database.insert(tables.messages).values(row())

const event = (rev: number): TopicEvent => ({
  topic: 'bench',
  rev,
  payload: { __typename: 'Bench', text: 'x'.repeat(300) },
})

export async function measureBareParts(foundation: Foundation, runs: number): Promise<BareParts> {
  const database = await foundation.database('conversations')
  return {
    insert: await timesOf(runs, () => insert(database)),
    inserts64: await rateOf(64, runs * 8, () => insert(database)),
    log: await timeLog(foundation, runs),
    pubsub: await timePubSub(foundation, runs),
  }
}

async function timeLog(foundation: Foundation, runs: number): Promise<Times> {
  const log = await foundation.log()
  let arrived = (_rev: number) => {}
  // The log keeps what earlier runs left: only the event in hand counts.
  const consumer = await log.consume('conversation-events', `bench-${randomUUID()}`, async (events) => {
    for (const { rev } of events) arrived(rev)
  })
  const times = await timesOf(runs, async (n) => {
    const rev = 1_000_000 + n
    const received = new Promise<void>((resolve) => {
      arrived = (seen) => void (seen === rev && resolve())
    })
    await log.append('conversation-events', [event(rev)])
    await received
  })
  await consumer.stop()
  return times
}

async function timePubSub(foundation: Foundation, runs: number): Promise<Times> {
  const pubsub = await foundation.pubsub()
  let arrived = () => {}
  const unsubscribe = await pubsub.subscribe('bench', () => arrived())
  const message = JSON.stringify(event(1))
  const times = await timesOf(runs, async () => {
    const received = new Promise<void>((resolve) => (arrived = resolve))
    await pubsub.publish('bench', message)
    await received
  })
  await unsubscribe()
  return times
}
