import './quietRequestQueue.ts'
import { Kafka, logLevel, type ISocketFactory } from 'kafkajs'
import type { Logger } from 'pino'
import { toPino } from './toPino.ts'

/** A client of the brokers, with waits that are short: whoever uses it retries for as long as it makes sense there. */
export const createKafka = (
  brokers: readonly string[],
  clientId: string,
  logger: Logger,
  socketFactory?: ISocketFactory,
): Kafka =>
  new Kafka({
    ...(socketFactory ? { socketFactory } : {}),
    brokers: [...brokers],
    clientId,
    connectionTimeout: 2000,
    requestTimeout: 10_000,
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1000 },
    logLevel: logLevel.INFO,
    logCreator: toPino(logger),
  })
