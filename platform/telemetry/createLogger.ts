import pino, { type DestinationStream, type Logger } from 'pino'
import { readableLines } from './readableLines.ts'

export type { Logger } from 'pino'

/** Names of fields whose value never reaches a log, at the top and two levels down. */
const secretFields = [
  'authorization',
  'Authorization',
  'cookie',
  'password',
  'passwordHash',
  'token',
  'accessToken',
  'refreshToken',
  'privateJwk',
]

/**
 * A logger for one process. It writes to standard error, so that standard output stays what a command prints.
 * `destination` takes the lines instead, for tests.
 */
export function createLogger(
  { log }: { log: { level: string; format: 'json' | 'pretty' } },
  destination: DestinationStream = pino.destination(2),
): Logger {
  return pino(
    {
      level: log.level,
      // Containers are told apart by their runtime: neither host name nor process id repeats in every line.
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.errWithCause, err: pino.stdSerializers.errWithCause },
      redact: { paths: secretFields.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    },
    log.format === 'json' ? destination : readableLines(destination),
  )
}
