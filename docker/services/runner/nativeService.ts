import type { ProcessIdentity } from '../identity.ts'
import type { Ports } from '../state.ts'

export interface NativeStart {
  readonly ports: Ports
  /** Folder of its data; it is there already when the service is started again. */
  readonly data: string
  readonly log: string
  readonly signal?: AbortSignal | undefined
}

/** How one service is had and started as a process of this machine. */
export interface NativeService {
  start(options: NativeStart): Promise<ProcessIdentity>
}
