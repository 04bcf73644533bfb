/** Counts what clients ask for: by operation and client, with the fields that each operation uses. Bounded in memory. */
export { clientIn, type ClientName } from './clientName.ts'
export { collectUses } from './collectUses.ts'
export { recording } from './recording.ts'
export { UsageRecorder, type UsageCount, type UsageSink } from './usageRecorder.ts'
