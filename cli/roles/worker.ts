import { randomUUID } from 'node:crypto'
import { startFanout } from '../../workers/fanout/index.ts'
import { startNotifications } from '../../workers/notifications/index.ts'
import { startRelay } from '../../workers/relay/index.ts'
import { startTimers } from '../../workers/timers/index.ts'
import { startWebhooks } from '../../workers/webhooks/index.ts'
import { requireCurrentSchema, type Database, type DatabaseName } from '../../platform/database/index.ts'
import { onlineAmong } from '../../platform/presence/index.ts'
import { createPublisher } from '../../platform/timeline/index.ts'
import { createWebhookDeliveries } from '../../subgraphs/conversations/index.ts'
import { createFileSweep, createMessageTimers } from '../../subgraphs/messages/index.ts'
import { createNotificationDesk } from '../../subgraphs/users/index.ts'
import type { Foundation } from '../foundation.ts'

export type WorkerName = keyof typeof workers

/** @throws ConfigurationError  its tables are not those of this version */
async function currentDatabase(foundation: Foundation, name: DatabaseName): Promise<Database> {
  const database = await foundation.reachedDatabase(name)
  await requireCurrentSchema(database)
  return database
}

const workers = {
  async fanout(foundation: Foundation) {
    const { logger, metrics } = foundation
    const [log, pubsub] = [await foundation.log(), await foundation.pubsub()]
    const worker = await startFanout({ log, pubsub, logger, metrics, tracing: await foundation.tracing() })
    return { worker, checks: { log: () => log.ping(), pubsub: () => pubsub.ping() } }
  },
  async relay(foundation: Foundation) {
    const { logger, metrics } = foundation
    const [database, log] = [await currentDatabase(foundation, 'conversations'), await foundation.log()]
    const worker = startRelay({ database, log, logger, metrics })
    return { worker, checks: { database: () => database.ping(), log: () => log.ping() } }
  },
  async timers(foundation: Foundation) {
    const { logger, metrics } = foundation
    const [database, log] = [await currentDatabase(foundation, 'conversations'), await foundation.log()]
    const publisher = createPublisher({ database, log, logger })
    const due = startTimers({ work: createMessageTimers({ database, publisher }), logger, metrics })
    // On its own: an object store that is away holds nothing else up.
    const sweep = startTimers({ work: createFileSweep(database, await foundation.objects()), logger, metrics })
    const stop = async () => {
      await Promise.all([due.stop(), sweep.stop()])
      await publisher.close()
    }
    return { worker: { stop }, checks: { database: () => database.ping(), log: () => log.ping() } }
  },
  async webhooks(foundation: Foundation) {
    const { config, logger, metrics } = foundation
    const [database, log] = [await currentDatabase(foundation, 'conversations'), await foundation.log()]
    const work = createWebhookDeliveries({ database, worker: randomUUID() })
    const worker = await startWebhooks({ work, log, logger, metrics, ...config.webhooks })
    return { worker, checks: { database: () => database.ping(), log: () => log.ping() } }
  },
  async notifications(foundation: Foundation) {
    const { config, logger, metrics } = foundation
    const users = await currentDatabase(foundation, 'users')
    const database = await currentDatabase(foundation, 'conversations')
    const [log, pubsub] = [await foundation.log(), await foundation.pubsub()]
    const { vapid, subject, privateEndpoints } = config.push
    const kv = await foundation.kv()
    const presence = { online: (userIds: readonly string[]) => onlineAmong(kv, userIds) }
    const desk = createNotificationDesk({ database: users, pubsub, presence, logger, ...(vapid && { vapid }) })
    const worker = await startNotifications({ database, log, desk, subject, privateEndpoints, logger, metrics })
    const checks = { users: () => users.ping(), database: () => database.ping(), log: () => log.ping() }
    return { worker, checks: { ...checks, pubsub: () => pubsub.ping() } }
  },
}

export const workerNames = Object.keys(workers) as WorkerName[]

/** Starts a worker; resolves with what it needs to be ready. It ends with the foundation. */
export async function startWorker(foundation: Foundation, name: WorkerName) {
  const { worker, checks } = await workers[name](foundation)
  foundation.onClose(() => worker.stop())
  return checks
}

/** Starts several, in this order. They end together: each may have to wait for an answer of Kafka first. */
export async function startWorkers(foundation: Foundation, names: readonly WorkerName[]): Promise<void> {
  const started: { stop(): Promise<void> }[] = []
  try {
    for (const name of names) started.push((await workers[name](foundation)).worker)
  } finally {
    foundation.onClose(() => Promise.all(started.map((worker) => worker.stop())))
  }
}
