/** Every bound of the realtime engine. What happens at a bound is said in README.md. */
export interface RealtimeLimits {
  /** A socket that has not sent `connection_init` by then is closed with 4408. */
  initTimeoutMs: number
  /** The longest message a client may send; a longer one closes the socket with 1009. */
  messageBytes: number
  /** Pieces in which one message may come: frames, and what the network brings of one at a time. More: 1008. */
  messagePieces: number
  /** A message of which the last piece does not come for so long, or for up to twice that, closes the socket with 4514. */
  messageMs: number
  /** Messages a client may send per second in the long run, and at once. Beyond: 4510. */
  messagesPerSecond: number
  messageBurst: number
  /** Operations that run at the same time on one socket. One more is answered with LIMIT_EXCEEDED. */
  operationsPerSocket: number
  /** What the running operations of one socket were asked with, together: ids and variables are kept as long. The same. */
  operationBytes: number
  sockets: number
  socketsPerUser: number
  socketsPerAddress: number
  /** What may wait to be written to one socket. Beyond: 4508, and the client comes back with `after`. */
  outboundBytes: number
  /** And to all sockets that are behind: where they are many, each has its share of this. Beyond: the same. */
  outboundBytesOfAll: number
  /** A peer that does not answer a WebSocket ping within this time is taken for dead. */
  keepAliveMs: number
  /** How often a stream over HTTP writes what clients skip: proxies cut what is silent, and Apollo's protocol asks for 5 s. */
  streamBeatMs: number
  /** A reader of a stream over HTTP for whom something waits, and who takes nothing of it for so long, is cut off. */
  streamStallMs: number
  /** A socket on which no operation has run for so long is closed with 4513. */
  idleMs: number
  /** After sending its close frame the server waits so long for the client's, then cuts the connection. */
  closeTimeoutMs: number
  /** How long a socket lives after its token's end, so that a renewal already on its way still counts. */
  tokenGraceMs: number
  /** Over this time the sockets of a router that goes down are told to come back elsewhere. */
  drainMs: number

  /** Events read from a topic's log in one call. */
  pageSize: number
  /** Events of one topic that are held because an earlier one is missing. More are read from the log instead. */
  earlyEvents: number
  /** Events of one topic kept for those who are catching up. Those further behind read the log once more. */
  recentEvents: number
  /** Events of one group that wait to be resolved. Beyond, its subscribers catch up from the log. */
  pendingEvents: number
  /** Events of one group that are resolved at the same time. They are delivered in order. */
  resolveAhead: number
  /** One event is written for so long at a time: between the slices of a crowd other sockets and timers have their turn. */
  sliceMs: number
  /** How long one try to resolve an event may take: a part of the graph that hangs is away. */
  resolveTimeoutMs: number
  /** How long an event is tried again while a part of the graph is away. Those after it wait with it. */
  resolvePatienceMs: number
  /** How long a hole may mend itself before the log is read: messages may overtake each other. */
  holeGraceMs: number
  /**
   * Openings asked of subgraphs at the same time (a quarter as many more for holes: fewer than the 64 connections to a subgraph, so
   * that where openings hang, a send still finds one), how many may wait, and for how long. Beyond: OVERLOADED.
   */
  openings: number
  openingsWaiting: number
  openingsWaitMs: number
  /** Pages of logs kept for others who come back to the same place, and for how long after they were read. */
  sharedReadings: number
  sharedReadingMs: number
  openTimeoutMs: number
  /** Topics that feed one subscription. Beyond: OVERLOADED, and the client comes back with `after`. */
  topicsPerBundle: number
  /** How long after one another the owner of a bundle that has more topics than it has named is asked which are to be followed. */
  bundleLookMs: number
  /** Subscriptions fed by many topics that one user (or, not signed in, one address) has at the same time. Beyond: LIMIT_EXCEEDED. */
  bundlesPerUser: number
  topicNameLength: number
  /** Topics of state that one subscription may name. More is INVALID_INPUT. */
  statesPerSubscription: number
  /** Keys of one topic of state that are kept. Beyond, those that were silent longest are forgotten. */
  stateKeys: number
}

export const defaultLimits: RealtimeLimits = {
  initTimeoutMs: 10_000,
  messageBytes: 256 * 1024,
  messagePieces: 1_024,
  messageMs: 30_000,
  messagesPerSecond: 50,
  messageBurst: 300,
  operationsPerSocket: 100,
  operationBytes: 512 * 1024,
  sockets: 50_000,
  socketsPerUser: 100,
  socketsPerAddress: 5_000,
  outboundBytes: 1024 * 1024,
  outboundBytesOfAll: 256 * 1024 * 1024,
  keepAliveMs: 30_000,
  streamBeatMs: 5_000,
  streamStallMs: 60_000,
  idleMs: 900_000,
  closeTimeoutMs: 5_000,
  tokenGraceMs: 1_000,
  drainMs: 3_000,

  pageSize: 100,
  earlyEvents: 256,
  recentEvents: 1024,
  pendingEvents: 1024,
  resolveAhead: 8,
  sliceMs: 10,
  resolveTimeoutMs: 10_000,
  resolvePatienceMs: 30_000,
  holeGraceMs: 100,
  openings: 32,
  openingsWaiting: 20_000,
  openingsWaitMs: 60_000,
  sharedReadings: 64,
  sharedReadingMs: 1_000,
  openTimeoutMs: 15_000,
  topicsPerBundle: 1_200,
  bundleLookMs: 30_000,
  bundlesPerUser: 50,
  topicNameLength: 256,
  statesPerSubscription: 200,
  stateKeys: 1_000,
}
