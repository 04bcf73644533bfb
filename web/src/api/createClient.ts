import { createParleyClient, type ParleyClient } from '../../../client/apollo/createParleyClient.ts'
import type { Connection } from '../../../client/realtime/connection.ts'
import type { TokenSource } from '../../../client/session/tokenSource.ts'
import { createCache } from './cache.ts'
import { endpoint, socketEndpoint } from './endpoint.ts'

/** Apollo Client as this page has it: its own cache, and no result of a mutation in it, since what follows comes as an event. */
export function createClient(session: TokenSource, connection: Connection): ParleyClient {
  const parley = createParleyClient({
    url: endpoint,
    socketUrl: socketEndpoint,
    session,
    connection,
    clientAwareness: { name: 'web' },
    cache: createCache(),
  })
  parley.client.defaultOptions = { mutate: { fetchPolicy: 'no-cache' } }
  return parley
}
