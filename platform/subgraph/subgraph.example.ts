/** A small subgraph with every kind of field, for the suites of this folder. */
import { Unauthenticated } from '../errors.ts'
import type { TokenVerifier } from '../identity/tokens.ts'
import type { Viewer } from '../identity/viewer.ts'
import { createLogger } from '../telemetry/index.ts'
import { createSubgraph } from './index.ts'

export const typeDefs = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar DateTime
  type Query {
    viewer: String
    failing: Int
    double(n: Int! = 1): Int!
    wrong: Int
    moment(as: String!): DateTime!
    echo(at: DateTime!): DateTime!
    address: String
    headers: [String]!
  }
  interface Event {
    at: DateTime!
  }
  type Tick implements Event {
    at: DateTime!
    value: Int!
    doubled: Int!
  }
  type Subscription {
    ticks(room: ID!, since: DateTime, size: Int! = 3): Event!
    allTicks(after: [String!]): Event!
  }
`

/** The token is the user's id; only ada's is right. */
export const verifier: TokenVerifier = {
  async verify(token) {
    if (token !== 'ada') throw new Unauthenticated('The access token is not valid.')
    return { userId: token, sessionId: 's', isGuest: false, expiresAt: Infinity }
  },
}

interface Context {
  viewer: Viewer
  address: string | undefined
  headers: (string | undefined)[]
}

const moment = Date.UTC(2026, 0, 31, 9, 30)
const moments: Record<string, unknown> = {
  number: moment,
  date: new Date(moment),
  text: '2026-01-31T10:30:00+01:00',
}

export function aSubgraph({ failing }: { failing?: () => unknown } = {}) {
  const lines: string[] = []
  const subgraph = createSubgraph<Context>({
    name: 'example',
    typeDefs,
    resolvers: {
      Query: {
        viewer: (_parent: unknown, _args: unknown, { viewer }: Context) => viewer.identity?.userId,
        failing: () => {
          throw failing?.()
        },
        double: (_parent: unknown, { n }: { n: number }) => n * 2,
        wrong: () => 'select * from users',
        moment: (_parent: unknown, args: { as: string }) => moments[args.as],
        echo: (_parent: unknown, { at }: { at: Date }) => at.getTime(),
        address: (_parent: unknown, _args: unknown, { address }: Context) => address,
        headers: (_parent: unknown, _args: unknown, { headers }: Context) => headers,
      },
      Tick: { doubled: ({ value }: { value: number }) => value * 2 },
    },
    topics: {
      ticks: async ({ arguments: args, after, limit, viewer }) => {
        const asked = { ...args, after, limit, viewer: viewer.required().userId }
        const event = { topic: `room:${args['room']}`, rev: 3, payload: { __typename: 'Tick', asked } }
        return { rev: 3, events: [event], more: false }
      },
      allTicks: {
        topics: async ({ arguments: { after }, viewer }) => [
          { topic: `ticks of ${viewer.required().userId} after ${String(after)}`, rev: 2, after: 1 },
        ],
        open: async ({ topic, after }) => ({
          rev: 2,
          events: [{ topic, rev: (after ?? 0) + 1, payload: { __typename: 'Tick' } }],
          more: false,
        }),
      },
    },
    context: ({ viewer, request }) => ({
      viewer,
      address: request.address,
      headers: [request.userAgent, request.requestId],
    }),
    verifier,
    logger: createLogger({ log: { level: 'info', format: 'json' } }, { write: (line) => void lines.push(line) }),
  })
  return { subgraph, lines }
}
