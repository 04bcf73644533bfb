/** What the router answers over HTTP: GraphQL, the web client, keys, health. */
export { httpHandler, type HttpParts } from './handler.ts'
export { webPages } from './webPages.ts'
export type { AllowedOrigins } from './cors.ts'
