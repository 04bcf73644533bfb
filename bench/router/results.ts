import type { Times } from '../statistics.ts'

/** Of one operation on one router. */
export interface Figures {
  /** Processor time per request in microseconds: of the router and of the subgraphs. Medians of the rounds. */
  router: number
  subgraphs: number
  /** Requests that reached the subgraphs, for one of the client's. */
  fetches: number
  /** Milliseconds, at the rate that all got. */
  latency?: Times
  perSecond?: number
}

/** What a whole run found. */
export interface RouterResults {
  machine: string
  /** One-minute load average of the machine before and after. */
  load: [number, number]
  /** By operation and router. */
  operations: Record<string, Partial<Record<string, Figures>>>
  /** Bytes resident after all that, by graph and router. */
  memory: Record<string, Partial<Record<string, number>>>
}
