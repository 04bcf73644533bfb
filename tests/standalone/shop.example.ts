/** Two small subgraphs of a shop, made with @apollo/subgraph and nothing of Parley, each on an HTTP server of its own. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { composeServices } from '@apollo/composition'
import { graphql, parse } from 'graphql'

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])'

export const products = /* GraphQL */ `
  ${federation}
  type Query {
    products: [Product!]!
    token: String
  }
  type Product @key(fields: "id") {
    id: ID!
    name: String!
  }
`

export const reviews = /* GraphQL */ `
  ${federation}
  type Product @key(fields: "id") {
    id: ID!
    reviews: [Review!]!
  }
  type Review {
    stars: Int!
  }
`

type Ref = { id: string }
const names: Record<string, string> = { '1': 'Chair', '2': 'Table' }

const resolvers = {
  products: {
    Query: {
      products: () => Object.keys(names).map((id) => ({ id })),
      token: (_parent: unknown, _args: unknown, { headers }: IncomingMessage) => headers.authorization,
    },
    Product: { name: ({ id }: Ref) => names[id], __resolveReference: ({ id }: Ref) => ({ id }) },
  },
  reviews: {
    Product: { __resolveReference: ({ id }: Ref) => ({ id }), reviews: ({ id }: Ref) => [{ stars: Number(id) + 3 }] },
  },
}

export async function serve(sdl: string, map: Record<string, object>): Promise<Server> {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: map as never })
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables: object }
      const result = await graphql({ schema, source: query, variableValues: variables as never, contextValue: request })
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

export const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`

export async function openShop() {
  const servers = {
    products: await serve(products, resolvers.products),
    reviews: await serve(reviews, resolvers.reviews),
  }
  return {
    urls: { products: urlOf(servers.products), reviews: urlOf(servers.reviews) },
    async close() {
      for (const server of Object.values(servers)) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

/** @throws Error  they do not compose */
export function composeShop(urls: { products: string; reviews: string }, sdls = { products, reviews }): string {
  const services = (['products', 'reviews'] as const).map((name) => ({
    name,
    url: urls[name],
    typeDefs: parse(sdls[name]),
  }))
  const { supergraphSdl, errors } = composeServices(services)
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'))
  return supergraphSdl
}
