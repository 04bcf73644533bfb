import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ProcessIdentity } from './identity.ts'

export const serviceNames = ['mysql', 'redis', 'kafka'] as const
export type ServiceName = (typeof serviceNames)[number]

export type Ports = Record<ServiceName | 'kafkaController', number>

/** What `up` has started, as kept in `state.json`; everything that `status`, `kill`, `start` and `down` know. */
export interface ServicesState {
  readonly runner: 'native' | 'docker'
  /** Absolute path of the folder that holds this state, the data and the logs. */
  readonly folder: string
  readonly ports: Ports
  /** Only of the native runner: Docker knows its own processes. */
  readonly processes: Partial<Record<ServiceName, ProcessIdentity>>
}

export const repositoryRoot = resolve(import.meta.dirname, '../..')

/** Test runs name their own folder, so that a fault test reaches the services it runs on and no others. */
export const defaultFolder = () => resolve(repositoryRoot, process.env.PARLEY_SERVICES_STATE || '.services')

const stateFile = (folder: string) => join(folder, 'state.json')

export function readState(folder: string): ServicesState | undefined {
  try {
    return JSON.parse(readFileSync(stateFile(folder), 'utf8')) as ServicesState
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`${stateFile(folder)} can't be read: end what it lists by hand, then delete the folder`, {
      cause: error,
    })
  }
}

/** Replaces the file in one step, so that a reader never sees half of it. */
export function writeState(state: ServicesState): void {
  mkdirSync(state.folder, { recursive: true })
  const draft = `${stateFile(state.folder)}.${process.pid}`
  writeFileSync(draft, JSON.stringify(state, null, 2) + '\n')
  renameSync(draft, stateFile(state.folder))
}

/** Synchronous from read to write, because three services start at once in this process. */
export function recordProcess(folder: string, name: ServiceName, identity: ProcessIdentity | undefined): void {
  const state = readState(folder)
  if (state) writeState({ ...state, processes: { ...state.processes, [name]: identity } })
}
