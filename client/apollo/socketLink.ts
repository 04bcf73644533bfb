import { ApolloLink } from '@apollo/client/link'
import { print } from '@apollo/client/utilities'
import type { Client } from 'graphql-ws'
import { Observable } from 'rxjs'
import { socketError } from '../realtime/socketError.ts'

/**
 * Sends operations over a graphql-ws client. Other than Apollo's `GraphQLWsLink`, it tells by which code a socket was closed
 * ({@link socketError}), and runs in a Node that has no WebSocket of its own.
 */
export class SocketLink extends ApolloLink {
  readonly #client: Client

  constructor(client: Client) {
    super()
    this.#client = client
  }

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    const { query, variables, operationName, extensions } = operation
    return new Observable((observer) =>
      this.#client.subscribe<Record<string, unknown>, Record<string, unknown>>(
        { query: print(query), variables, extensions, ...(operationName && { operationName }) },
        {
          next: (result) => observer.next(result),
          error: (reason) => observer.error(socketError(reason)),
          complete: () => observer.complete(),
        },
      ),
    )
  }
}
