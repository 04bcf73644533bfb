/** The public door. Knows the supergraph, HTTP and WebSockets, and nothing of chat. */
export { UsageRecorder, type UsageCount, type UsageSink } from './usage/index.ts'
export { startRouter, type Router, type RouterOptions } from './server.ts'
export { createRates, subgraphNames, watchFile } from './supergraph/index.ts'
export type { PassThroughTo } from './http/passThrough.ts'
