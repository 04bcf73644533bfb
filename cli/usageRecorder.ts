import { requireCurrentSchema } from '../platform/database/index.ts'
import { UsageRecorder, type UsageSink } from '../router/index.ts'
import type { Foundation } from './foundation.ts'

/** What counts the router's requests, in the registry or a file as the configuration says. Undefined: nothing does. */
export async function openUsageRecorder(foundation: Foundation): Promise<UsageRecorder | undefined> {
  const { config, logger, metrics } = foundation
  const { to, flushMs } = config.router.usage
  if (to === undefined) return undefined
  return new UsageRecorder({ sink: await sinkFor(foundation, to), flushMs, logger, metrics })
}

async function sinkFor(foundation: Foundation, to: string): Promise<UsageSink> {
  const { registryUsageStore, usageFileStore } = await import('../schema/index.ts')
  const { keepDays } = foundation.config.router.usage
  if (!to.startsWith('registry:')) {
    const file = usageFileStore(to, keepDays)
    return (counts) => file.add(counts)
  }
  const database = await foundation.database('registry')
  const store = registryUsageStore(database, to.slice('registry:'.length), keepDays)
  let isCurrent = false
  return async (counts) => {
    // A registry that is away, or that nobody has published to yet, keeps no router from serving.
    if (!isCurrent) await requireCurrentSchema(database)
    isCurrent = true
    await store.add(counts)
  }
}
