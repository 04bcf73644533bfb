import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRunning } from '../identity.ts'
import { kafka } from '../kafka/start.ts'
import { mysql } from '../mysql/start.ts'
import { signalProcess, untilEnded } from '../process.ts'
import { redis } from '../redis.ts'
import { tail } from '../run.ts'
import { recordProcess } from '../state.ts'
import type { ServiceName, ServicesState } from '../state.ts'
import type { NativeService } from './nativeService.ts'
import { endsProcess } from './runner.ts'
import type { Runner } from './runner.ts'

const services: Record<ServiceName, NativeService> = { mysql, redis, kafka }

const logFile = ({ folder }: ServicesState, name: ServiceName) => join(folder, 'logs', `${name}.log`)

export const native: Runner = {
  async start(state, name, signal) {
    const data = join(state.folder, 'data', name)
    const identity = await services[name].start({ ports: state.ports, data, log: logFile(state, name), signal })
    recordProcess(state.folder, name, identity)
  },

  isRunning(state, name) {
    const identity = state.processes[name]
    return Promise.resolve(identity !== undefined && isRunning(identity))
  },

  async kill(state, name, signal) {
    const identity = state.processes[name]
    if (!identity || !signalProcess(identity, signal)) throw new Error(`${name} doesn't run`)
    if (endsProcess(signal)) await untilEnded(identity)
  },

  async end(state) {
    // Nothing of the data is kept, so nothing is lost by not asking first.
    const running = Object.values(state.processes).filter((identity) => signalProcess(identity, 'SIGKILL'))
    await Promise.all(running.map((identity) => untilEnded(identity)))
  },

  logTail: (state, name) => readFile(logFile(state, name), 'utf8').then(tail, () => 'it has written no log'),

  describe: (state, name) => `pid ${state.processes[name]?.pid ?? 'unknown'}, log ${logFile(state, name)}`,
}
