import type { ServiceName, ServicesState } from '../state.ts'

/** Where the services run. Both sides keep a service's port and data over `kill` and `start`. */
export interface Runner {
  /** Starts one service and resolves as soon as it runs, which is before it is ready. */
  start(state: ServicesState, name: ServiceName, signal?: AbortSignal): Promise<void>
  isRunning(state: ServicesState, name: ServiceName): Promise<boolean>
  /** Sends the signal, and after one that ends a process waits for the end. */
  kill(state: ServicesState, name: ServiceName, signal: NodeJS.Signals): Promise<void>
  /** Ends everything that was started, and what it holds outside of the state folder. */
  end(state: ServicesState): Promise<void>
  logTail(state: ServicesState, name: ServiceName): Promise<string>
  /** What `status` says of a service: a pid, a container. */
  describe(state: ServicesState, name: ServiceName): string
}

/** Signals after which a process is expected to be gone. */
export const endsProcess = (signal: NodeJS.Signals) => ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGQUIT'].includes(signal)
