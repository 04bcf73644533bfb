import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireCurrentSchema } from '../platform/database/index.ts'
import { ConfigurationError } from '../platform/errors.ts'
import { watchFile } from '../router/index.ts'
import type { Foundation } from './foundation.ts'

/** Where a router gets its supergraph from. */
export interface SupergraphSource {
  /** What to begin with. */
  readonly text: string
  /** As people call it. */
  readonly name: string
  /** Calls `changed` with every newer one, until the foundation closes. */
  watch(changed: (supergraph: string) => unknown): void
}

/** From a file, or from an environment of the schema registry, as the configuration says. */
export const openSupergraph = (foundation: Foundation): Promise<SupergraphSource> =>
  foundation.config.supergraphEnvironment === undefined
    ? openFile(foundation)
    : openRegistry(foundation, foundation.config.supergraphEnvironment)

async function openFile(foundation: Foundation): Promise<SupergraphSource> {
  const { config, logger } = foundation
  const { supergraphFile: file } = config
  const text = readText(file)
  return {
    text,
    name: file,
    watch(changed) {
      const watch = watchFile(file, { text, everyMs: config.router.watchMs, logger }, changed)
      foundation.onClose(async () => watch.close())
    },
  }
}

async function openRegistry(foundation: Foundation, environment: string): Promise<SupergraphSource> {
  const { config, logger } = foundation
  // What checks schemas takes its time to load: only who has a registry waits for it.
  const { watchRegistry } = await import('../schema/index.ts')
  const database = await foundation.database('registry')
  const cacheFile = join(config.dataFolder, `supergraph-${environment}.graphql`)
  // Without what was read last there is nothing to begin with but the registry.
  if (!existsSync(cacheFile)) await foundation.reachedDatabase('registry')
  const watch = await watchRegistry(database, {
    environment,
    everyMs: config.router.watchMs,
    cacheFile,
    logger,
    check: () => requireCurrentSchema(database),
  }).catch((cause: Error) => {
    throw new ConfigurationError(cause.message, { cause })
  })
  foundation.onClose(() => watch.close())
  return { text: watch.text, name: `registry:${environment}`, watch: (changed) => watch.start(changed) }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const advice = 'Correct --supergraph (PARLEY_SUPERGRAPH), or make one: parley schema compose --out FILE'
    throw new ConfigurationError(`The supergraph ${file} cannot be read. ${advice}`, { cause })
  }
}
