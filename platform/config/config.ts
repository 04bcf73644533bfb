/** The configuration of one process: everything the environment decides, typed, complete and frozen. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number
  /** Undefined: all interfaces. */
  readonly host: string | undefined
  readonly publicUrl: string | undefined
  /** Absolute path. */
  readonly dataFolder: string
  /** `mysql://…`, or `file:///…` for SQLite. What `openDatabase` takes as `url`. */
  readonly databases: { readonly users: string; readonly conversations: string; readonly registry: string }
  /** Undefined: pub/sub and keys in this process. */
  readonly redisUrl: string | undefined
  /** Undefined: the event log in this process. */
  readonly kafkaBrokers: readonly string[] | undefined
  /** Undefined: the files are in a folder among this process's data. */
  readonly objects: ObjectsConfig | undefined
  readonly attachments: { readonly maxBytes: number; readonly dailyBytes: number }
  readonly namespace: string
  /** Undefined: the subgraph runs in this process. */
  readonly subgraphUrls: {
    readonly users: string | undefined
    readonly conversations: string | undefined
    readonly messages: string | undefined
  }
  /** Undefined: the keys are in this process. */
  readonly jwksUrl: string | undefined
  /** Absolute path of the composed schema. */
  readonly supergraphFile: string
  /** The registry's environment from which the composed schema comes. Undefined: from the file. */
  readonly supergraphEnvironment: string | undefined
  readonly router: RouterConfig
  readonly tokens: { readonly accessTtlMs: number; readonly refreshTtlMs: number }
  readonly push: PushConfig
  readonly webhooks: WebhookConfig
  readonly drainMs: number
  /** Undefined: nothing is traced. */
  readonly traces: { readonly url: string; readonly percent: number; readonly service: string } | undefined
  readonly log: { readonly level: LogLevel; readonly format: 'json' | 'pretty' }
}

/** Names of subgraphs, as in the supergraph. */
export type SubgraphNames = 'all' | readonly string[]

/** How the router asks subgraphs. */
export interface SubgraphLinks {
  /** Those whose address was given besides the supergraph. */
  readonly addressed: readonly string[]
  readonly http2: SubgraphNames
  /** Undefined: those at https: addresses. */
  readonly compressedAnswers: SubgraphNames | undefined
  readonly compressedRequests: SubgraphNames
}

/** What only the router reads. */
export interface RouterConfig {
  /** It serves a supergraph of any domain, and none of Parley's own parts are around it. */
  readonly standsAlone: boolean
  /** By the name in the supergraph: they win over the addresses in it. */
  readonly addresses: Readonly<Record<string, string>>
  readonly links: SubgraphLinks
  /** How often the supergraph's file, or the registry, is looked at, in milliseconds. */
  readonly watchMs: number
  /** What tokens must say of themselves where it stands alone. Undefined: anything. */
  readonly tokenIssuer: string | undefined
  readonly tokenAudience: string | undefined
  /** Undefined: events are not posted. */
  readonly eventsSecret: string | undefined
  readonly introspection: boolean
  /** Of `@override(label:)`, those that hold for every request. */
  readonly overrideLabels: readonly string[]
  readonly trustedProxies: number
  readonly origins: '*' | readonly string[]
  readonly operationTimeoutMs: number
  /** Equal queries of one viewer in flight at once are executed once. */
  readonly shareExecutions: boolean
  /** Operations in one request. */
  readonly batchLimit: number
  /** 0: no persisted queries. */
  readonly persistedQueryBytes: number
  readonly trustedDocuments: 'off' | 'warn' | 'enforce'
  /** Absolute path. */
  readonly trustedDocumentsFile: string
  /** Undefined: nobody sees query plans. */
  readonly operatorSecret: string | undefined
  /** Whoever asks for it, not only operators. */
  readonly explainsToAll: boolean
  /** 0: any. */
  readonly costLimit: number
  /** Milliseconds; 0: never. */
  readonly idleAwayMs: number
  /** Where it counts what clients ask for. `to`: registry:ENVIRONMENT, or an absolute path; undefined: nowhere. */
  readonly usage: { readonly to: string | undefined; readonly flushMs: number; readonly keepDays: number }
  /** Within a minute; 0: any number. */
  readonly rates: {
    readonly queries: number
    readonly mutations: number
    readonly subscriptions: number
    readonly price: number
    readonly address: number
  }
}

/** A bucket of a service that speaks S3. */
export interface ObjectsConfig {
  /** With the bucket. */
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/** Webhooks that go out. */
export interface WebhookConfig {
  /** `public`: https on the internet only. */
  readonly endpoints: 'public' | 'any'
  readonly timeoutMs: number
  /** Failures in a row. */
  readonly pauseAfter: number
}

/** Web Push. */
export interface PushConfig {
  /** Undefined: those in the users database. */
  readonly vapid: { readonly publicKey: string; readonly privateKey: string } | undefined
  /** `mailto:…` or `https://…` */
  readonly subject: string
  /** Push services inside may be named, also without TLS. */
  readonly privateEndpoints: boolean
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
