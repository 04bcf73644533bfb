import { Redis } from 'ioredis'
import { Kafka, logLevel } from 'kafkajs'
import mysql from 'mysql2/promise'
import '../../platform/events/kafka/quietRequestQueue.ts'
import { credentials } from './environment.ts'
import type { ServiceName, ServicesState } from './state.ts'

const timeoutMs = 3000

/** Asks each service for real work, as a client would; an open port alone says little. Rejects with what is wrong. */
export const probes: Record<ServiceName, (state: ServicesState) => Promise<void>> = {
  async mysql({ ports }) {
    const options = { host: '127.0.0.1', port: ports.mysql, ...credentials, connectTimeout: timeoutMs }
    const connection = await mysql.createConnection({ ...options, database: 'parley_conversations' })
    try {
      await connection.query({ sql: 'SELECT SCHEMA_NAME FROM information_schema.SCHEMATA', timeout: timeoutMs })
    } finally {
      connection.destroy()
    }
  },

  async redis({ ports }) {
    const { password } = credentials
    const options = { password, lazyConnect: true, retryStrategy: () => null, connectTimeout: timeoutMs }
    const client = new Redis(ports.redis, '127.0.0.1', { ...options, commandTimeout: timeoutMs })
    // Without a listener ioredis prints each refused connection; the awaited call below rejects as well.
    client.on('error', () => {})
    try {
      await client.connect()
      // Loading its data it answers everything, PING too, with an error.
      await client.ping()
    } finally {
      client.disconnect()
    }
  },

  async kafka({ ports }) {
    const kafka = new Kafka({
      brokers: [`127.0.0.1:${ports.kafka}`],
      logLevel: logLevel.NOTHING,
      connectionTimeout: timeoutMs,
      requestTimeout: timeoutMs,
      retry: { retries: 0 },
    })
    const admin = kafka.admin()
    try {
      await admin.connect()
      const { brokers } = await admin.describeCluster()
      if (brokers.length === 0) throw new Error('no broker is registered yet')
      // Makes the broker load its group coordinator, so that the first consumer isn't told to come again later.
      await admin.describeGroups(['parley-services-probe'])
    } finally {
      await admin.disconnect()
    }
  },
}
