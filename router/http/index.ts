/** What the router answers over HTTP: GraphQL, the web client, keys, health. */
export { httpHandler, type HttpParts } from './handler.ts'
export { graphiqlPages, webPages } from './webPages.ts'
export type { AllowedOrigins } from './cors.ts'
