import type { Logger } from 'pino'
import type { Config } from '../platform/config/index.ts'
import { openDatabase, type Database, type DatabaseName } from '../platform/database/index.ts'
import { openEventLog, openPubSub } from '../platform/events/index.ts'
import type { EventLog } from '../platform/events/log.ts'
import type { PubSub } from '../platform/events/pubsub.ts'
import { openRevocations, type Revocations } from '../platform/identity/index.ts'
import { openKeyValue } from '../platform/kv/index.ts'
import type { KeyValue } from '../platform/kv/kv.ts'
import type { LimitStore } from '../platform/rateLimits/index.ts'
import { connectRedis } from '../platform/redis/connectRedis.ts'
import { createLogger, createMetrics, type Metrics } from '../platform/telemetry/index.ts'
import { openTracing, type Tracing } from '../platform/telemetry/tracing/index.ts'

/** What roles stand on. Each part is opened when the first role asks for it, and closed in reverse order. */
export interface Foundation {
  readonly config: Config
  readonly logger: Logger
  readonly metrics: Metrics
  database(name: DatabaseName): Database
  log(): Promise<EventLog>
  pubsub(): Promise<PubSub>
  kv(): Promise<KeyValue>
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
  const closers: (() => Promise<unknown>)[] = []
  const open = new Map<string, unknown>()

  /** The part under this name, made at the first call. */
  function once<T extends { close(): Promise<unknown> }>(name: string, make: () => T): T {
    if (!open.has(name)) {
      const part = make()
      open.set(name, part)
      closers.push(() => part.close())
    }
    return open.get(name) as T
  }

  function onceLater<T extends { close(): Promise<unknown> }>(name: string, make: () => Promise<T>): Promise<T> {
    if (!open.has(name)) {
      const part = make()
      open.set(name, part)
      closers.push(async () => (await part).close())
    }
    return open.get(name) as Promise<T>
  }

  const pubsub = () => onceLater('pubsub', async () => openPubSub(config, logger))
  const kv = () => onceLater('kv', async () => openKeyValue(config, logger))
  const revocations = () => {
    // Opened before, closed after.
    const parts = [kv(), pubsub()] as const
    return onceLater('revocations', async () =>
      openRevocations({ kv: await parts[0], pubsub: await parts[1], ttlMs: config.tokens.accessTtlMs, logger }),
    )
  }

  const limitStore = async () => {
    const { redisUrl: url, namespace } = config
    if (url === undefined) return undefined
    const { redis } = await onceLater('limits', async () => {
      const connected = await connectRedis({ url, name: `${namespace}-limits`, logger })
      return { redis: connected, close: async () => connected.disconnect() }
    })
    return { redis, namespace }
  }

  const tracing = async () => {
    const { traces } = config
    return traces && onceLater('tracing', () => openTracing(traces))
  }

  return {
    config,
    logger,
    metrics,
    database: (name) => once(`database ${name}`, () => openDatabase({ name, url: config.databases[name] })),
    log: () => onceLater('log', async () => openEventLog(config, logger, metrics)),
    pubsub,
    kv,
    revocations,
    limitStore,
    tracing,
    onClose: (close) => void closers.push(close),
    async close() {
      // Emptied, so that a second call (a signal during a start that failed) has nothing left to close.
      for (const close of closers.splice(0).reverse())
        await close().catch((error) => logger.error({ err: error }, 'closing'))
    },
  }
}
