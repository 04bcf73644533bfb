/** Accounts, sessions and signing keys: the users database, sharded by user id. */
import { boolean, index, mysqlTable, uniqueIndex, varchar } from 'drizzle-orm/mysql-core'
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
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [uniqueIndex('users_handle').on(t.handle)],
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
  },
  (t) => [index('sessions_user').on(t.userId)],
)

export const signingKeys = mysqlTable('signing_keys', {
  kid: ascii('kid', { length: 43 }).primaryKey(),
  privateJwk: json<Record<string, unknown>>('private_jwk').notNull(),
  publicJwk: json<Record<string, unknown>>('public_jwk').notNull(),
  createdAt: timestamp('created_at').notNull(),
})
