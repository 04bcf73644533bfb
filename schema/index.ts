/** Checks of federated schemas, and the registry for them: what `parley schema` runs, and what routers read. */
export type { Io } from './command/command.ts'
export { processIo } from './command/processIo.ts'
export { exitCodes } from './command/faults.ts'
export { runSchema } from './command/runSchema.ts'
export { registryUsageStore } from './registry/registryUsage.ts'
export { watchRegistry, type RegistryWatch } from './registry/watchRegistry.ts'
export { usageFileStore } from './usage/usageFile.ts'
export type { UsageCount, UsageStore } from './usage/usageStore.ts'
