/** Accounts, sessions, blocks, API keys and signing keys: the users database, sharded by user id. */
import { boolean, index, mysqlTable, primaryKey, uniqueIndex, varchar } from 'drizzle-orm/mysql-core'
import { ascii, id, json, timestamp } from '../columns.ts'

export const users = mysqlTable(
  'users',
  {
    id: id('id').primaryKey(),
    name: varchar('name', { length: 80 }).notNull(),
    /** Lower case; null while the account is a guest. */
    handle: ascii('handle', { length: 32 }),
    /** Argon2id in PHC string format; null for guests. */
    passwordHash: ascii('password_hash', { length: 255 }),
    isGuest: boolean('is_guest').notNull(),
    /** Of a bot, the person who answers for it; null for people. */
    ownerId: id('owner_id'),
    /** An https address. */
    avatarUrl: ascii('avatar_url', { length: 500 }),
    statusText: varchar('status_text', { length: 140 }),
    createdAt: timestamp('created_at').notNull(),
    /** Since then only the id and the word that it is deleted are left. */
    deletedAt: timestamp('deleted_at'),
  },
  (t) => [uniqueIndex('users_handle').on(t.handle), index('users_owner').on(t.ownerId, t.id)],
)

export const sessions = mysqlTable(
  'sessions',
  {
    id: id('id').primaryKey(),
    userId: id('user_id').notNull(),
    /** SHA-256 of the current refresh token, base64url. */
    tokenHash: ascii('token_hash', { length: 43 }).notNull(),
    /** Known to no client. Tells this session's tokens, old ones too, from made-up ones, and makes each from the one before. */
    secret: ascii('secret', { length: 43 }).notNull(),
    rotatedAt: timestamp('rotated_at').notNull(),
    createdAt: timestamp('created_at').notNull(),
    expiresAt: timestamp('expires_at').notNull(),
    revokedAt: timestamp('revoked_at'),
    /** What the client called itself (User-Agent) when it last renewed the session, and where it was. */
    device: varchar('device', { length: 200 }),
    address: varchar('address', { length: 64 }),
  },
  (t) => [
    index('sessions_user').on(t.userId),
    index('sessions_expiry').on(t.expiresAt),
    index('sessions_revoked').on(t.revokedAt),
  ],
)

/** Deleted accounts that their conversations are told of, again until nothing that began before can be under way. */
export const departures = mysqlTable('departures', {
  userId: id('user_id').primaryKey(),
  deletedAt: timestamp('deleted_at').notNull(),
})

/** `userId` wants nothing from `blockedId`; it holds both ways. */
export const blocks = mysqlTable(
  'blocks',
  {
    userId: id('user_id').notNull(),
    blockedId: id('blocked_id').notNull(),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.blockedId] }),
    index('blocks_newest').on(t.userId, t.createdAt, t.blockedId),
    index('blocks_blocked').on(t.blockedId),
  ],
)

export const apiKeys = mysqlTable(
  'api_keys',
  {
    id: id('id').primaryKey(),
    userId: id('user_id').notNull(),
    name: varchar('name', { length: 80 }).notNull(),
    /** SHA-256 of the secret, base64url. */
    secretHash: ascii('secret_hash', { length: 43 }).notNull(),
    scopes: json<string[]>('scopes').notNull(),
    createdAt: timestamp('created_at').notNull(),
    expiresAt: timestamp('expires_at'),
    lastUsedAt: timestamp('last_used_at'),
    revokedAt: timestamp('revoked_at'),
  },
  (t) => [
    uniqueIndex('api_keys_secret').on(t.secretHash),
    index('api_keys_user').on(t.userId),
    index('api_keys_revoked').on(t.revokedAt),
  ],
)

export const signingKeys = mysqlTable('signing_keys', {
  kid: ascii('kid', { length: 43 }).primaryKey(),
  privateJwk: json<Record<string, unknown>>('private_jwk').notNull(),
  publicJwk: json<Record<string, unknown>>('public_jwk').notNull(),
  createdAt: timestamp('created_at').notNull(),
})
