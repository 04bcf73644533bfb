import type { Logger } from 'pino'

/** The part of pino that the engine uses. */
export type RealtimeLogger = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>
