import { attachments } from './attachments.ts'
import { integrations } from './integrations.ts'

/** English for pages that are loaded on demand, beside what comes with the first load. Other languages come whole. */
export const onDemand = { attachments, integrations } as const
