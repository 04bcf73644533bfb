import type { z } from 'zod'

/** Adds meaning and default. `shown` is what the help says of the default. */
export const variable = <T extends z.ZodType>(schema: T, meaning: string, shown: string): T =>
  schema.meta({ description: meaning, shown }) as T
