// `apolloGateway.mjs SUPERGRAPH PORT`: @apollo/gateway on @apollo/server 5, as their documentation sets them up.
import { readFileSync } from 'node:fs'
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'

const [, , supergraph, port] = process.argv

/** Subgraphs of the chat know their viewer by it. */
class WithAuthorization extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    if (context.authorization) request.http.headers.set('authorization', context.authorization)
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  buildService: ({ url }) => new WithAuthorization({ url }),
})
const server = new ApolloServer({ gateway })
await startStandaloneServer(server, {
  listen: { port: Number(port), host: '127.0.0.1' },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
})
