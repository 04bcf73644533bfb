import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ConfigurationError } from '../errors.ts'
import type { Config, PushConfig, RouterConfig } from './config.ts'
import { faultsInCombination } from './combinations.ts'
import { deepFreeze } from './deepFreeze.ts'
import type { Role } from './roles.ts'
import { standsAlone } from './standsAlone.ts'
import { variables, type Values, type VariableName } from './variables.ts'

export type Environment = Record<string, string | undefined>

/**
 * Reads the configuration of a process that plays `role`. Empty variables count as absent.
 * `overrides` are variables that win over the environment: command-line options, and what a test sets.
 * @throws ConfigurationError  lists every fault, one a line; never shows a value, since values hold passwords
 */
export function readConfig(
  env: Environment,
  overrides: Partial<Record<VariableName, string>> = {},
  role: Role = 'all',
): Config {
  const present = Object.fromEntries(Object.entries({ ...env, ...overrides }).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(present)
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`)
  // A variable with a fault of its own is there, so it does not also count as missing.
  const known = parsed.success ? parsed.data : (present as unknown as Partial<Values>)
  faults.push(...faultsInCombination(known, role))
  if (!parsed.success || faults.length > 0) {
    const title = faults.length === 1 ? 'The configuration has a fault:' : 'The configuration has faults:'
    throw new ConfigurationError([title, ...faults.map((fault) => `  ${fault}`)].join('\n'))
  }
  return deepFreeze(toConfig(parsed.data, role))
}

function toConfig(values: Values, role: Role): Config {
  const usersUrl = values.PARLEY_SUBGRAPH_USERS_URL
  const sqlite = (name: string) => pathToFileURL(join(values.PARLEY_DATA, `${name}.db`)).href
  return {
    port: values.PORT,
    host: values.PARLEY_HOST,
    publicUrl: values.PARLEY_PUBLIC_URL,
    dataFolder: values.PARLEY_DATA,
    databases: {
      users: values.PARLEY_USERS_DATABASE_URL ?? sqlite('users'),
      conversations: values.PARLEY_CONVERSATIONS_DATABASE_URL ?? sqlite('conversations'),
      registry: values.PARLEY_REGISTRY_DATABASE_URL ?? sqlite('registry'),
    },
    redisUrl: values.PARLEY_REDIS_URL,
    kafkaBrokers: values.PARLEY_KAFKA_BROKERS,
    objects: objectsConfig(values),
    attachments: { maxBytes: values.PARLEY_ATTACHMENT_BYTES, dailyBytes: values.PARLEY_ATTACHMENT_DAILY_BYTES },
    namespace: values.PARLEY_NAMESPACE,
    subgraphUrls: {
      users: usersUrl,
      conversations: values.PARLEY_SUBGRAPH_CONVERSATIONS_URL,
      messages: values.PARLEY_SUBGRAPH_MESSAGES_URL,
    },
    jwksUrl: values.PARLEY_JWKS_URL ?? (usersUrl && new URL('/.well-known/jwks.json', usersUrl).href),
    ...supergraphPlace(values.PARLEY_SUPERGRAPH),
    router: routerConfig(values, role),
    tokens: { accessTtlMs: values.PARLEY_ACCESS_TOKEN_TTL_MS, refreshTtlMs: values.PARLEY_REFRESH_TOKEN_TTL_MS },
    push: pushConfig(values),
    webhooks: {
      endpoints: values.PARLEY_WEBHOOK_ENDPOINTS,
      timeoutMs: values.PARLEY_WEBHOOK_TIMEOUT_MS,
      pauseAfter: values.PARLEY_WEBHOOK_PAUSE_AFTER,
    },
    drainMs: values.PARLEY_DRAIN_MS,
    traces: tracesConfig(values, role),
    log: {
      level: values.PARLEY_LOG_LEVEL,
      format: values.PARLEY_LOG_FORMAT ?? (process.stderr.isTTY ? 'pretty' : 'json'),
    },
  }
}

function objectsConfig(values: Values): Config['objects'] {
  const { PARLEY_OBJECTS_URL: url, PARLEY_OBJECTS_KEY_ID: keyId, PARLEY_OBJECTS_SECRET: secret } = values
  if (url === undefined || keyId === undefined || secret === undefined) return undefined
  return { url, region: values.PARLEY_OBJECTS_REGION, keyId, secret }
}

function tracesConfig({ PARLEY_TRACES_URL: url, PARLEY_TRACES_PERCENT: percent }: Values, role: Role) {
  return url === undefined ? undefined : { url, percent, service: `parley ${role}` }
}

function supergraphPlace(given: string | undefined): Pick<Config, 'supergraphFile' | 'supergraphEnvironment'> {
  const ownFile = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url))
  if (!given?.startsWith('registry:')) return { supergraphFile: given ?? ownFile, supergraphEnvironment: undefined }
  return { supergraphFile: ownFile, supergraphEnvironment: given.slice('registry:'.length) }
}

function routerConfig(values: Values, role: Role): RouterConfig {
  const isEmbedded = role === 'all' && values.PARLEY_CONVERSATIONS_DATABASE_URL === undefined
  const own = {
    users: values.PARLEY_SUBGRAPH_USERS_URL,
    conversations: values.PARLEY_SUBGRAPH_CONVERSATIONS_URL,
    messages: values.PARLEY_SUBGRAPH_MESSAGES_URL,
  }
  const named = Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    standsAlone: standsAlone(values, role),
    addresses: { ...Object.fromEntries(named), ...values.PARLEY_SUBGRAPH_URLS },
    links: {
      addressed: Object.keys(values.PARLEY_SUBGRAPH_URLS ?? {}),
      http2: values.PARLEY_SUBGRAPH_HTTP2 ?? [],
      compressedAnswers: values.PARLEY_SUBGRAPH_COMPRESSED_ANSWERS,
      compressedRequests: values.PARLEY_SUBGRAPH_COMPRESSED_REQUESTS ?? [],
    },
    watchMs: values.PARLEY_SUPERGRAPH_WATCH_MS,
    tokenIssuer: values.PARLEY_TOKEN_ISSUER,
    tokenAudience: values.PARLEY_TOKEN_AUDIENCE,
    eventsSecret: values.PARLEY_EVENTS_SECRET,
    introspection: values.PARLEY_INTROSPECTION === 'on',
    overrideLabels: values.PARLEY_OVERRIDE_LABELS ?? [],
    trustedProxies: values.PARLEY_TRUSTED_PROXIES,
    origins: values.PARLEY_ORIGINS ?? '*',
    operationTimeoutMs: values.PARLEY_OPERATION_TIMEOUT_MS,
    shareExecutions: values.PARLEY_SHARE_EXECUTIONS === 'on',
    batchLimit: values.PARLEY_BATCH_LIMIT,
    persistedQueryBytes: values.PARLEY_PERSISTED_QUERY_BYTES,
    trustedDocuments: values.PARLEY_TRUSTED_DOCUMENTS,
    trustedDocumentsFile:
      values.PARLEY_TRUSTED_DOCUMENTS_FILE ??
      fileURLToPath(new URL('../../schema/trusted-documents.json', import.meta.url)),
    operatorSecret: values.PARLEY_OPERATOR_SECRET,
    explainsToAll: (values.PARLEY_QUERY_PLANS ?? (isEmbedded ? 'everyone' : 'operators')) === 'everyone',
    costLimit: values.PARLEY_COST_LIMIT,
    idleAwayMs: values.PARLEY_IDLE_AWAY_MS,
    usage: {
      to: values.PARLEY_USAGE,
      flushMs: values.PARLEY_USAGE_FLUSH_MS,
      keepDays: values.PARLEY_USAGE_DAYS,
    },
    rates: {
      queries: values.PARLEY_RATE_QUERIES,
      mutations: values.PARLEY_RATE_MUTATIONS,
      subscriptions: values.PARLEY_RATE_SUBSCRIPTIONS,
      price: values.PARLEY_RATE_PRICE,
      address: values.PARLEY_RATE_ADDRESS,
    },
  }
}

function pushConfig(values: Values): PushConfig {
  const { PARLEY_VAPID_PUBLIC_KEY: publicKey, PARLEY_VAPID_PRIVATE_KEY: privateKey, PARLEY_PUBLIC_URL: site } = values
  const otherwise = site?.startsWith('https:') ? new URL(site).origin : 'mailto:admin@localhost'
  return {
    vapid: publicKey && privateKey ? { publicKey, privateKey } : undefined,
    subject: values.PARLEY_VAPID_SUBJECT ?? otherwise,
    privateEndpoints: values.PARLEY_PUSH_ENDPOINTS === 'any',
  }
}
