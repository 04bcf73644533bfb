import type { Admin } from 'kafkajs'
import type { LogTopic } from '../log.ts'

/** Every topic of the log; the types see to it that none is left out. */
const all: Record<LogTopic, true> = { 'conversation-events': true }
export const logTopics = Object.keys(all) as LogTopic[]

export const topicName = (namespace: string, topic: LogTopic) => `${namespace}.${topic}`
export const deadLetterTopicName = (namespace: string, topic: LogTopic) => `${namespace}.${topic}.dead-letters`
export const groupName = (namespace: string, group: string) => `${namespace}.${group}`

/**
 * Creates the topics that are missing. Three replicas where there are three brokers, and then an append needs two of
 * them, so that the loss of one loses nothing. Existing topics stay as they are.
 */
export async function ensureTopics(admin: Admin, namespace: string, partitions: number): Promise<void> {
  const existing = new Set(await admin.listTopics())
  const { brokers } = await admin.describeCluster()
  const replicationFactor = Math.min(3, brokers.length)
  const configEntries = replicationFactor === 3 ? [{ name: 'min.insync.replicas', value: '2' }] : []
  const wanted = logTopics.flatMap((topic) => [
    { topic: topicName(namespace, topic), numPartitions: partitions },
    { topic: deadLetterTopicName(namespace, topic), numPartitions: 1 },
  ])
  const topics = wanted
    .filter(({ topic }) => !existing.has(topic))
    .map((topic) => ({ ...topic, replicationFactor, configEntries }))
  // False when another process was quicker: as good.
  if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true })
}
