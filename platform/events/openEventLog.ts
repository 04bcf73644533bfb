import type { Logger } from 'pino'
import type { Config } from '../config/index.ts'
import type { Metrics } from '../telemetry/createMetrics.ts'
import type { EventLog } from './log.ts'
import { MemoryLog } from './memory/memoryLog.ts'

/** Kafka where it is configured, else this process. Rejects with UNAVAILABLE when Kafka can't be reached. */
export async function openEventLog(config: Config, logger: Logger, metrics: Metrics): Promise<EventLog> {
  const { kafkaBrokers: brokers, namespace, dataFolder } = config
  if (brokers === undefined) return new MemoryLog({ dataFolder, logger, metrics })
  const { KafkaLog } = await import('./kafka/kafkaLog.ts')
  return KafkaLog.open({ brokers, namespace, logger, metrics })
}
