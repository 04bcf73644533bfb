import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ConfigurationError, knownError } from '../../platform/errors.ts'
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
  /** Rejects when the registry's tables are not those of this version. */
  check: () => Promise<void>
}

/**
 * The supergraph of an environment, and each newer one. While the registry cannot be read, what was read last counts on,
 * also across a restart.
 * @throws Error  nothing was published there; or the registry cannot be read, and never was from here
 */
export async function watchRegistry(
  registry: Registry,
  { environment, everyMs, cacheFile, logger, check }: WatchOptions,
): Promise<RegistryWatch> {
  let seen = 0
  let away = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let closed = false

  /** The text of the version that is served now; undefined when it has been seen. */
  const look = async (): Promise<string | undefined> => {
    const newest = await newerThan(registry, environment, seen)
    if (!newest) return undefined
    seen = newest.number
    keep(cacheFile, newest.text, logger)
    return newest.text
  }

  const first = async (): Promise<string> => {
    try {
      await check()
      const newest = await look()
      if (newest !== undefined) return newest
    } catch (error) {
      away = true
      return withoutRegistry(error, { environment, cacheFile, logger })
    }
    throw new Error(`Nothing was published to ${environment} yet. Begin with ${publishing(environment)}`)
  }
  const text = await first()

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

const publishing = (environment: string) => `parley schema publish --environment ${environment}`

async function newerThan(registry: Registry, environment: string, seen: number) {
  const number = await currentNumber(registry, environment)
  const version = number === seen || number === 0 ? undefined : await readVersion(registry, environment, number)
  return version && { number, text: await readSupergraph(registry, version) }
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

/** What was read last. A registry that answers, and has not the tables of this version, is no reason to go on without it. */
function withoutRegistry(
  cause: unknown,
  { environment, cacheFile, logger }: Pick<WatchOptions, 'environment' | 'cacheFile' | 'logger'>,
): string {
  const { message } = cause as Error
  if (knownError(cause) instanceof ConfigurationError) {
    throw new Error(`${message}, or begin a new registry: ${publishing(environment)}`, { cause })
  }
  if (!existsSync(cacheFile)) throw new Error(`The schema registry cannot be read: ${message}`, { cause })
  logger.error({ error: cause, environment }, 'the schema registry cannot be read: beginning with what was read last')
  return readFileSync(cacheFile, 'utf8')
}
