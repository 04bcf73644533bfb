import type { CatchUp } from './catchUp/catchUp.ts'
import type { EventCost } from './eventCost.ts'
import type { ManySockets } from './manySockets.ts'
import type { PeerName } from './peer.ts'

/** What a run has measured. */
export interface RealtimeResults {
  machine: string
  /** One-minute load average of the machine before and after. */
  load: [number, number]
  sockets: number
  rounds: number
  /** By shape and peer: the median, and every round. */
  cpu: Record<string, Partial<Record<PeerName, Measured>>>
  /** Bytes for one idle subscribed connection. */
  memory: Partial<Record<PeerName, Measured>>
  /** Of the router, for one event, whoever gets it. */
  events?: EventCost
  catchUp?: CatchUp
  many?: ManySockets
}
export interface Measured {
  median: number
  rounds: number[]
  /** Of one delivery, as the client sees it. */
  bytes?: number
}
