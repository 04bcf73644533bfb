import { readFileSync } from 'node:fs'
import type { Database } from '../../platform/database/index.ts'
import { createIssuer, createVerifier, refuseRevoked } from '../../platform/identity/index.ts'
import type { Jwks, Revocations, TokenVerifier } from '../../platform/identity/index.ts'
import { createSubgraph } from '../../platform/subgraph/index.ts'
import type { Subgraph } from '../../platform/subgraph/index.ts'
import type { Logger, Metrics } from '../../platform/telemetry/index.ts'
import { createContext } from './context.ts'
import type { Context } from './context.ts'
import type { Accounts } from './domain/accounts.ts'
import { createAttempts } from './domain/attempts.ts'
import type { AttemptLimits } from './domain/attempts.ts'
import { createDepartures } from './domain/departures.ts'
import type { DirectTalks } from './domain/directTalks.ts'
import { createEndings } from './domain/endings.ts'
import { startHousekeeping } from './domain/housekeeping.ts'
import type { LimitStore } from '../../platform/rateLimits/index.ts'
import { createNotifications } from './domain/notifications/index.ts'
import type { NotificationOptions } from './domain/notifications/index.ts'
import { keepNotifications } from './domain/notifications/housekeeping.ts'
import { followConnections } from './domain/presence/followConnections.ts'
import { createLive, type LiveParts } from './domain/presence/live.ts'
import { createPasswords } from './domain/passwords.ts'
import { createSignUps } from './domain/signUps.ts'
import type { SignUpLimits } from './domain/signUps.ts'
import { resolvers } from './resolvers/index.ts'
import { notificationReceived } from './resolvers/Subscription/notificationReceived.ts'
import { signingKeyStore } from './store/signingKeys.ts'

export { talksOverSubgraph } from './domain/directTalks.ts'
export { createNotificationDesk } from './domain/notifications/index.ts'
export type { NotificationDesk, Presence } from './domain/notifications/index.ts'

export interface UsersParts {
  /** The users database. */
  database: Database
  /** How long tokens live, in milliseconds. */
  tokens: { accessTtlMs: number; refreshTtlMs: number }
  /** Where the end of a session is made known to all processes. */
  revocations: Revocations
  /** Where notifications are told live, and how browsers may register for push messages. */
  notifications: NotificationOptions
  /** Where presence is kept, and told with all that is live. */
  live: LiveParts
  /** Where people talk directly, so that a block ends it. */
  directTalks?: DirectTalks
  logger: Logger
  metrics?: Metrics
  /** Where failed log-ins and new accounts are counted for all processes; unset: in this one. */
  attemptStore?: LimitStore
  attemptLimits?: AttemptLimits
  signUpLimits?: SignUpLimits
  /** How many passwords are hashed at once, and how many wait. */
  passwordLimits?: { running: number; waiting: number }
  /** The clock, in milliseconds since 1970. */
  now?: () => number
}

export interface Users {
  subgraph: Subgraph
  /** The public keys of access tokens. */
  jwks(): Promise<Jwks>
  /** Verifies with these keys, without a way over the network. */
  verifier: TokenVerifier
}

/** The users subgraph: accounts, credentials, sessions and the keys of access tokens. Makes the first key where there is none. */
export async function createUsersSubgraph(parts: UsersParts): Promise<Users> {
  const { database, tokens, revocations, logger, metrics, now = Date.now } = parts
  const issuer = await createIssuer({ keys: signingKeyStore(database), ttlMs: tokens.accessTtlMs, now })
  const verifier = refuseRevoked(createVerifier({ jwks: () => issuer.jwks(), now }), revocations)
  const accounts: Accounts = {
    database,
    issuer,
    passwords: await createPasswords(parts.passwordLimits),
    attempts: createAttempts({ store: parts.attemptStore, limits: parts.attemptLimits }),
    signUps: createSignUps({ store: parts.attemptStore, limits: parts.signUpLimits }),
    endings: createEndings({ revocations, logger }),
    departures: createDepartures({ database, talks: parts.directTalks, logger, now }),
    directTalks: parts.directTalks,
    accessTtlMs: tokens.accessTtlMs,
    refreshTtlMs: tokens.refreshTtlMs,
    now,
  }
  const notifications = createNotifications({ database, logger, now }, parts.notifications)
  const live = createLive(parts.live, logger)
  const stopFollowing = await followConnections(live)
  const housekeeping = await startHousekeeping(accounts, logger, () => keepNotifications(notifications))
  const subgraph = createSubgraph<Context>({
    name: 'users',
    typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    topics: { notificationReceived },
    context: (scope) => createContext({ accounts, notifications, live }, scope),
    verifier,
    logger,
    metrics,
    onClose: async () => {
      await stopFollowing()
      await housekeeping.stop()
    },
  })
  return { subgraph, jwks: () => issuer.jwks(), verifier }
}
