import type { Database } from '../../../platform/database/index.ts'
import type { Logger, Metrics } from '../../../platform/telemetry/index.ts'
import type { Publisher } from '../../../platform/timeline/index.ts'
import { sendMetrics } from './sendMetrics.ts'
import { SendQueue } from './sendQueue.ts'
import type { WaitingLimits } from './waitingDrafts.ts'
import { writeDrafts } from './writeDrafts.ts'

export interface SendQueueLimits {
  /** Transactions at once. */
  lanes: number
  /** Drafts in one transaction at most. */
  batchSize: number
  /** Drafts that wait at most: 4,096 texts of 40 kB are 160 MB. */
  waiting: WaitingLimits
}

/** SQLite has one writer. MySQL commits side by side: while one transaction syncs, the others' statements run. */
const lanes = { sqlite: 1, mysql: 4 }
const batchSize = 256
const waiting: WaitingLimits = { total: 4_096, perConversation: 1_024 }

/** The queue before this database. */
export function createSendQueue(parts: {
  database: Database
  publisher: Publisher
  logger: Logger
  metrics?: Metrics
  limits?: Partial<SendQueueLimits>
}): SendQueue {
  const { database, publisher, logger, metrics, limits } = parts
  return new SendQueue({
    write: (drafts) => writeDrafts(database, drafts),
    publish: (events) => publisher.publish(events),
    logger,
    metrics: metrics && sendMetrics(metrics),
    lanes: lanes[database.dialect.name],
    batchSize,
    waiting,
    ...limits,
  })
}
