import type { FieldMergeFunction } from '@apollo/client/cache'

interface Settings {
  version?: number
}

/**
 * How a viewer keeps a conversation is told by answers and by events, which overtake each other: the higher `version` stays. Where it was
 * not asked for, what comes last counts.
 */
export const newerSettings: FieldMergeFunction<Settings> = (known, incoming) =>
  known && (known.version ?? 0) > (incoming.version ?? Infinity) ? known : { ...known, ...incoming }
