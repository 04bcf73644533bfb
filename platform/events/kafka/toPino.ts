import { logLevel, type logCreator } from 'kafkajs'
import type { Logger } from 'pino'
import { warnOccasionally } from '../../telemetry/warnOccasionally.ts'

/** What the library warns of and this code answers: a producer that failed is replaced (see KafkaProducer). */
const answered = ['Limiting retries for the idempotent producer may invalidate EoS guarantees']

/**
 * Sends kafkajs's log to pino. What it calls an error is mostly a retry in an outage: a warning, and not a flood of it.
 */
export const toPino =
  (logger: Logger): logCreator =>
  () => {
    const warn = warnOccasionally(logger)
    return ({ namespace, level, log: { message, timestamp: _, logger: __, stack: ___, ...fields } }) => {
      if (answered.includes(message)) return
      const entry = { from: `kafkajs ${namespace}`, ...fields }
      if (level <= logLevel.WARN) warn(entry, message)
      else logger.debug(entry, message)
    }
  }
