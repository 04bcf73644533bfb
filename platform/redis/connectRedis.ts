import { Redis, type RedisOptions } from 'ioredis'
import type { Logger } from 'pino'
import { warnOccasionally } from '../telemetry/warnOccasionally.ts'
import { reachAtStart } from '../time/reachAtStart.ts'

export interface RedisConnection {
  url: string
  /** What the connection is for; shown by `CLIENT LIST`. */
  name: string
  logger: Logger
  /** How long to try at first. */
  patienceMs?: number
}

/** Bounds on what a caller waits for: a command that Redis does not answer in time fails, and none waits for a reconnect. */
const bounded: RedisOptions = {
  lazyConnect: true,
  connectTimeout: 3000,
  disconnectTimeout: 300,
  commandTimeout: 3000,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  // What was in flight when the connection broke may have run: its caller decides whether to send it again.
  autoResendUnfulfilledCommands: false,
  // A peer that vanished without a word is noticed by the commands of its callers and by TCP's keep-alive.
  keepAlive: 5000,
}

/**
 * Connects to Redis, and from then on reconnects forever with growing waits of at most 2 seconds.
 * @throws Unavailable  with advice, when Redis can't be reached at the start
 */
export async function connectRedis(
  { url, name, logger, patienceMs }: RedisConnection,
  options: RedisOptions = {},
): Promise<Redis> {
  const retryStrategy = (times: number) => Math.min(50 * 2 ** Math.min(times, 10), 2000) * (0.5 + Math.random() / 2)
  const redis = new Redis(url, { ...bounded, connectionName: name, retryStrategy, ...options })
  const warn = warnOccasionally(logger)
  redis.on('error', (error) => warn({ connection: name, error }, 'the connection to Redis failed; reconnecting'))
  const address = new URL(url).host
  try {
    await reachAtStart(
      {
        what: `Redis at ${address}`,
        advice:
          'Start it, or correct PARLEY_REDIS_URL; without that variable Parley runs in one process and needs no Redis.',
        logger,
        ...(patienceMs === undefined ? {} : { patienceMs }),
      },
      async () => {
        if (redis.status === 'wait' || redis.status === 'end') await redis.connect()
        else await redis.ping()
      },
    )
  } catch (error) {
    redis.disconnect()
    throw error
  }
  return redis
}
