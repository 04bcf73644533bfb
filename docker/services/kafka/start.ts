import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { startProcess } from '../process.ts'
import { run } from '../run.ts'
import type { NativeService } from '../runner/nativeService.ts'
import type { Ports } from '../state.ts'
import { fetchKafka } from './fetch.ts'

/** One broker that is its own controller: KRaft, no ZooKeeper. */
export const kafka: NativeService = {
  async start({ ports, data, log, signal }) {
    const { java, classPath } = await fetchKafka(signal)
    await mkdir(dirname(log), { recursive: true })
    await mkdir(data, { recursive: true })
    const properties = join(data, 'server.properties')
    const logs = join(data, 'logs')
    await writeFile(properties, serverProperties(ports, logs))
    if (!existsSync(join(logs, 'meta.properties'))) {
      const storageTool = ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties]
      await run(java, [...quickStart, ...storageTool], { signal })
    }
    const args = ['-Xms128m', '-Xmx512m', '-cp', classPath, 'kafka.Kafka', properties]
    return startProcess({ command: java, args }, data, log)
  },
}

/** Any 16 bytes do: the cluster has one member and lives no longer than its folder. */
const clusterId = Buffer.from('parley-services.').toString('base64url')

/** For a tool that runs under a second. */
const quickStart = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto']

function serverProperties({ kafka, kafkaController }: Ports, logs: string): string {
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${kafkaController}`,
    listeners: `BROKER://127.0.0.1:${kafka},CONTROLLER://127.0.0.1:${kafkaController}`,
    'advertised.listeners': `BROKER://127.0.0.1:${kafka}`,
    'listener.security.protocol.map': 'BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'BROKER',
    'log.dirs': logs,
    'num.partitions': 6,
    'default.replication.factor': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // After `kill -9` a broker may register again only once its old session is over: 9 s by default.
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 1000,
    // A killed consumer's partitions move to another after this at the least; tests of that shall not wait long.
    'group.min.session.timeout.ms': 1000,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')
}
