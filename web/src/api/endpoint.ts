/** The server's one GraphQL address. Pages and API come from the same origin. */
export const endpoint = '/graphql'

/** The same address for the WebSocket. */
export const socketEndpoint = (): string =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${endpoint}`
