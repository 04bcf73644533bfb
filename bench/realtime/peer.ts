/** A server under measurement: it publishes on demand, so that its processor time per delivery can be read off. */
export interface Peer {
  /** Where and how clients subscribe. */
  readonly address: PeerAddress
  /** One event of about 400 B on one topic, to all who subscribe to it. */
  publish(topic: number): void
  /** The process under measurement, where it is not this one. */
  readonly pid?: number
}

/** What a load generator must know; it goes from process to process as JSON. */
export interface PeerAddress {
  readonly protocol: 'raw' | 'socket.io' | 'graphql-ws'
  readonly url: string
  /** For graphql-ws: the payload of `connection_init`, and a `subscribe` payload by topic and operation. */
  readonly init?: Record<string, unknown>
  readonly subscribe?: readonly (readonly { query: string; variables: Record<string, unknown> }[])[]
}

/** How sockets are spread: evenly over so many topics, with so many different operations. */
export interface Shape {
  readonly name: string
  readonly topics: number
  readonly operations: number
}

export const shapes: readonly Shape[] = [
  { name: '1,000 sockets on one topic', topics: 1, operations: 1 },
  { name: '1,000 sockets over 100 topics', topics: 100, operations: 1 },
  { name: '10 operations × 100 sockets on one topic', topics: 1, operations: 10 },
]

/** The floor comes first: others are told as ratios to it. */
export const peerNames = [
  'ws',
  'socket.io',
  'graphql-ws',
  'graphql-ws-one-loader',
  'graphql-ws-own-loaders',
  'hive-gateway',
  'parley',
] as const
export type PeerName = (typeof peerNames)[number]

/** Fills an event up to about 400 B of delivered text. */
export const filler = (taken: number): string => 'x'.repeat(Math.max(0, 400 - taken))

/** These do for each of their clients what others do once for all: they would take all of the time of a run. */
const slow: readonly PeerName[] = ['graphql-ws-own-loaders', 'hive-gateway']
export const isSlow = (name: PeerName): boolean => slow.includes(name)
