/**
 * Every variable that Parley reads: its name, what it may be, what it means, and its default in words.
 * `parley --help` prints this list, so a variable cannot exist without being documented.
 */
import { z } from 'zod'
import {
  brokers,
  databaseUrl,
  hostName,
  milliseconds,
  namedUrls,
  namespace,
  oneOf,
  path,
  pathOrRegistry,
  sharedSecret,
  text,
  url,
  wholeNumber,
} from './fields.ts'
import { attachmentVariables } from './attachmentVariables.ts'
import { doorVariables } from './doorVariables.ts'
import { linkVariables } from './linkVariables.ts'
import { pushVariables } from './pushVariables.ts'
import { webhookVariables } from './webhookVariables.ts'
import { rateVariables } from './rateVariables.ts'
import { registryVariables } from './registryVariables.ts'
import { traceVariables } from './traceVariables.ts'
import { variable } from './variable.ts'

const minute = 60_000
const day = 24 * 60 * minute

const subgraphUrl = (name: string) =>
  variable(
    url('http:', 'https:').optional(),
    `Where the ${name} subgraph answers GraphQL, for a router or subgraph that is a process of its own`,
    'in this process',
  )

export const variables = z.object({
  PORT: variable(wholeNumber(0, 65_535).default(4000), 'Port to listen on; 0 takes any free one', '4000'),
  PARLEY_HOST: variable(hostName.optional(), 'Address to listen on', 'all interfaces'),
  PARLEY_PUBLIC_URL: variable(
    url('http:', 'https:').optional(),
    'Address that users open in the browser, for links',
    'taken from the request',
  ),
  PARLEY_DATA: variable(
    path.prefault('./data'),
    'Folder for SQLite files, attachments, keys and dead letters',
    './data',
  ),
  PARLEY_USERS_DATABASE_URL: variable(
    databaseUrl.optional(),
    'Database of accounts and sessions: mysql://user:password@host:3306/name',
    'SQLite, users.db in PARLEY_DATA',
  ),
  PARLEY_CONVERSATIONS_DATABASE_URL: variable(
    databaseUrl.optional(),
    'Database of conversations and messages: mysql://user:password@host:3306/name',
    'SQLite, conversations.db in PARLEY_DATA',
  ),
  PARLEY_REDIS_URL: variable(
    url('redis:', 'rediss:').optional(),
    'Redis for pub/sub, presence and rate limits: redis://:password@host:6379',
    'in this process',
  ),
  PARLEY_KAFKA_BROKERS: variable(brokers.optional(), 'Kafka for events: host:9092,host:9092', 'in this process'),
  PARLEY_NAMESPACE: variable(
    namespace.default('parley'),
    'Prefix of Kafka topics and groups and of Redis keys and channels',
    'parley',
  ),
  PARLEY_SUBGRAPH_USERS_URL: subgraphUrl('users'),
  PARLEY_SUBGRAPH_CONVERSATIONS_URL: subgraphUrl('conversations'),
  PARLEY_SUBGRAPH_MESSAGES_URL: subgraphUrl('messages'),
  PARLEY_JWKS_URL: variable(
    url('http:', 'https:').optional(),
    'Where the public keys of access tokens are read',
    '/.well-known/jwks.json at PARLEY_SUBGRAPH_USERS_URL',
  ),
  PARLEY_SUPERGRAPH: variable(
    pathOrRegistry.optional(),
    'File of the composed schema, or registry:ENVIRONMENT; `parley router` serves it alone (docs/router.md), unless subgraphs of Parley are named',
    'schema/supergraph.graphql of Parley',
  ),
  PARLEY_SUPERGRAPH_WATCH_MS: variable(
    milliseconds(50).default(2_000),
    'How often a router looks whether that schema has changed, in milliseconds',
    '2000',
  ),
  PARLEY_SUBGRAPH_URLS: variable(
    namedUrls.optional(),
    'Addresses that win over those in the composed schema: name=url,name=url',
    'those in the composed schema',
  ),
  PARLEY_TOKEN_ISSUER: variable(
    text.optional(),
    'Issuer that tokens must name (iss), for a router that serves another schema than that of Parley',
    'any',
  ),
  PARLEY_TOKEN_AUDIENCE: variable(
    text.optional(),
    'Audience that tokens must name (aud), for a router that serves another schema than that of Parley',
    'any',
  ),
  PARLEY_EVENTS_SECRET: variable(
    sharedSecret.optional(),
    'Bearer token with which subgraphs post live events to /events of a router; without one there is no such door',
    'no such door',
  ),
  ...linkVariables,
  ...doorVariables,
  ...rateVariables,
  ...pushVariables,
  ...webhookVariables,
  ...attachmentVariables,
  ...registryVariables,
  ...traceVariables,
  PARLEY_ACCESS_TOKEN_TTL_MS: variable(
    milliseconds(1000).default(15 * minute),
    'How long an access token is valid, in milliseconds',
    '900000 (15 minutes)',
  ),
  PARLEY_REFRESH_TOKEN_TTL_MS: variable(
    milliseconds(1000).default(30 * day),
    'How long a session lives without being used, in milliseconds',
    '2592000000 (30 days)',
  ),
  PARLEY_DRAIN_MS: variable(
    milliseconds(0).default(10_000),
    'How long a stopping process lets its clients move away, in milliseconds',
    '10000',
  ),
  PARLEY_LOG_LEVEL: variable(
    oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('info'),
    'Least level that is logged: trace, debug, info, warn, error, fatal, silent',
    'info',
  ),
  PARLEY_LOG_FORMAT: variable(
    oneOf('json', 'pretty').optional(),
    'json: a line of JSON per entry; pretty: for reading',
    'pretty on a terminal, else json',
  ),
})

export type VariableName = keyof typeof variables.shape
export type Values = z.output<typeof variables>

/** The variables whose value may hold a password. */
export const secretVariables: readonly VariableName[] = [
  'PARLEY_USERS_DATABASE_URL',
  'PARLEY_CONVERSATIONS_DATABASE_URL',
  'PARLEY_REGISTRY_DATABASE_URL',
  'PARLEY_REDIS_URL',
  'PARLEY_OBJECTS_SECRET',
  'PARLEY_EVENTS_SECRET',
  'PARLEY_OPERATOR_SECRET',
  'PARLEY_VAPID_PRIVATE_KEY',
]
