import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Logger } from '../../platform/telemetry/index.ts'
import type { Registry } from './registry.ts'
import { currentNumber, readSupergraph, readVersion } from './versions.ts'

export interface RegistryWatch {
  /** What to begin with. */
  readonly text: string
  /** Calls `changed` with every newer version from now on. */
  start(changed: (supergraph: string) => void): void
  close(): Promise<void>
}

export interface WatchOptions {
  environment: string
  everyMs: number
  /** Where the newest is kept for a start while the registry is away. */
  cacheFile: string
  logger: Logger
}

/**
 * The supergraph of an environment, and each newer one. While the registry cannot be read, what was read last counts on,
 * also across a restart.
 * @throws Error  nothing was published there; or the registry cannot be read, and never was from here
 */
export async function watchRegistry(
  registry: Registry,
  { environment, everyMs, cacheFile, logger }: WatchOptions,
): Promise<RegistryWatch> {
  let seen = 0
  let away = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let closed = false

  /** The text of the version that is served now; undefined when it has been seen. */
  const look = async (): Promise<string | undefined> => {
    const number = await currentNumber(registry, environment)
    if (number === seen) return undefined
    const version = number === 0 ? undefined : await readVersion(registry, environment, number)
    if (!version) return undefined
    const text = await readSupergraph(registry, version)
    seen = number
    keep(cacheFile, text, logger)
    return text
  }

  const text = await look().catch((error: unknown) => {
    away = true
    logger.error({ error, environment }, 'the schema registry cannot be read: beginning with what was read last')
    return readCached(cacheFile, error)
  })
  if (text === undefined) {
    throw new Error(`Nothing was published to ${environment} yet: parley schema publish --environment ${environment}`)
  }

  const lookAgain = (changed: (supergraph: string) => void): void => {
    timer = setTimeout(() => {
      looking = look()
        .then((newer) => {
          if (away) logger.info({ environment }, 'the schema registry answers again')
          away = false
          if (newer !== undefined && !closed) changed(newer)
        })
        .catch((error: unknown) => {
          if (!away)
            logger.error({ error, environment }, 'the schema registry cannot be read: what was read last counts on')
          away = true
        })
        .finally(() => void (closed || lookAgain(changed)))
    }, everyMs).unref()
  }

  return {
    text,
    start: lookAgain,
    async close() {
      closed = true
      clearTimeout(timer)
      await looking
    },
  }
}

function keep(file: string, text: string, logger: Logger): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.${process.pid}.new`, text)
    renameSync(`${file}.${process.pid}.new`, file)
  } catch (error) {
    logger.warn({ error, file }, 'the supergraph cannot be kept for a start without the registry')
  }
}

function readCached(file: string, cause: unknown): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`The schema registry cannot be read: ${(cause as Error).message}`, { cause })
  }
}
