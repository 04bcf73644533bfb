import type { Logger } from 'pino'
import type { Config } from '../platform/config/index.ts'
import { openDatabase, reachDatabase, type Database, type DatabaseName } from '../platform/database/index.ts'
import { openEventLog, openPubSub } from '../platform/events/index.ts'
import type { EventLog } from '../platform/events/log.ts'
import type { PubSub } from '../platform/events/pubsub.ts'
import { openRevocations, type Revocations } from '../platform/identity/index.ts'
import { openKeyValue } from '../platform/kv/index.ts'
import type { KeyValue } from '../platform/kv/kv.ts'
import type { LimitStore } from '../platform/rateLimits/index.ts'
import { openObjectStore, type ObjectStore } from '../platform/objects/index.ts'
import { createLogger, createMetrics, type Metrics } from '../platform/telemetry/index.ts'
import { openTracing, type Tracing } from '../platform/telemetry/tracing/index.ts'
import { Parts } from './parts.ts'

/** What roles stand on. Each part is opened when the first role asks for it, and closed in reverse order. */
export interface Foundation {
  readonly config: Config
  readonly logger: Logger
  readonly metrics: Metrics
  database(name: DatabaseName): Promise<Database>
  /** The same at a start: a server that does not answer yet is waited for. */
  reachedDatabase(name: DatabaseName): Promise<Database>
  log(): Promise<EventLog>
  pubsub(): Promise<PubSub>
  kv(): Promise<KeyValue>
  /** Where the bytes of attachments are. */
  objects(): Promise<ObjectStore>
  revocations(): Promise<Revocations>
  /** Where all processes count what is limited. Undefined: there is no Redis, and this process counts for itself. */
  limitStore(): Promise<LimitStore | undefined>
  /** Undefined: nothing is traced. */
  tracing(): Promise<Tracing | undefined>
  /** Registers what must end before the parts do; ended in reverse order. */
  onClose(close: () => Promise<unknown>): void
  close(): Promise<void>
}

export function layFoundation(config: Config, logger: Logger = createLogger(config)): Foundation {
  const metrics = createMetrics()
  const parts = new Parts(logger)
  const { traces, redisUrl, namespace } = config

  const pubsub = () => parts.once('pubsub', async () => openPubSub(config, logger))
  const kv = () => parts.once('kv', async () => openKeyValue(config, logger))
  const revocations = () => {
    // Opened before, closed after.
    const below = [kv(), pubsub()] as const
    return parts.once('revocations', async () =>
      openRevocations({ kv: await below[0], pubsub: await below[1], ttlMs: config.tokens.accessTtlMs, logger }),
    )
  }
  const database = (name: DatabaseName) =>
    parts.once(`database ${name}`, () => openDatabase({ name, url: config.databases[name] }))
  const limits = (url: string) =>
    parts.once('limits', async () => {
      const { connectRedis } = await import('../platform/redis/connectRedis.ts')
      const redis = await connectRedis({ url, name: `${namespace}-limits`, logger })
      return { redis, close: async () => redis.disconnect() }
    })

  return {
    config,
    logger,
    metrics,
    database,
    reachedDatabase: async (name) => {
      const opened = await database(name)
      await reachDatabase(opened, { url: config.databases[name], logger })
      return opened
    },
    log: () => parts.once('log', async () => openEventLog(config, logger, metrics)),
    pubsub,
    kv,
    objects: () => parts.once('objects', async () => openObjectStore(config)),
    revocations,
    limitStore: async () => (redisUrl === undefined ? undefined : { redis: (await limits(redisUrl)).redis, namespace }),
    tracing: async () => traces && parts.once('tracing', () => openTracing(traces)),
    onClose: (close) => parts.onClose(close),
    close: () => parts.close(),
  }
}
