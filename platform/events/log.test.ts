import { afterAll } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../config/index.ts'
import { createLogger, createMetrics } from '../telemetry/index.ts'
import { createKafka } from './kafka/createKafka.ts'
import { describeKafkaLog } from './kafka/kafkaLog.contract.ts'
import { KafkaLog, type KafkaLogOptions } from './kafka/kafkaLog.ts'
import { describeEventLog } from './log.contract.ts'
import { MemoryLog } from './memory/memoryLog.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const metrics = createMetrics({ process: false })
const backOff = { leastMs: 1, mostMs: 20 }

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

describeEventLog('this process', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'parley-log-'))
  folders.push(dataFolder)
  return new MemoryLog({ dataFolder, logger, metrics, limits: { backOff } })
})

if (process.env.PARLEY_TEST_SERVICES === '1') {
  const { kafkaBrokers: brokers = [] } = readConfig(process.env)
  const prefix = `test-${randomUUID().slice(0, 8)}`
  let count = 0
  const fresh = () => `${prefix}-${count++}`

  const open = ({ limits, ...options }: Partial<KafkaLogOptions> = {}) =>
    KafkaLog.open({
      brokers,
      namespace: fresh(),
      logger,
      metrics,
      partitions: 3,
      ...options,
      limits: { backOff, ...limits },
    })

  describeEventLog('Kafka', open)
  describeKafkaLog(brokers, open, fresh, logger)

  afterAll(async () => {
    const admin = createKafka(brokers, prefix, logger).admin()
    await admin.connect()
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix))
    await admin.deleteTopics({ topics })
    await admin.disconnect()
  })
}
