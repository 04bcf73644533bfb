import { AsyncLocalStorage } from 'node:async_hooks'

const active = new AsyncLocalStorage<string | undefined>()

/** Where in a trace the running code is, as a W3C traceparent. Undefined: nothing is traced. */
export const activeTrace = (): string | undefined => active.getStore()

/** Runs `work`, and all that it starts, at this place in a trace; undefined takes it out of any. */
export const inTrace = <T>(traceparent: string | undefined, work: () => T): T => active.run(traceparent, work)
