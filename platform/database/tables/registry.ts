/** Versions of schemas by environment, and what clients ask for: the registry, a database of its own. */
import { index, mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core'
import { ascii, exact, exactText, integer, json, timestamp } from '../columns.ts'

/** Its row is the lock under which versions get their numbers. */
export const registryEnvironments = mysqlTable('registry_environments', {
  name: ascii('name', { length: 64 }).primaryKey(),
  /** The version that routers serve; 0 before the first. */
  current: integer('current').notNull(),
  updatedAt: timestamp('updated_at').notNull(),
})

/** Texts of schemas, once each whatever number of versions has them. */
export const registrySchemas = mysqlTable('registry_schemas', {
  /** SHA-256 in hexadecimal. */
  hash: ascii('hash', { length: 64 }).primaryKey(),
  sdl: exactText('sdl').notNull(),
})

/** What was served in an environment, and when. Rows are only added. */
export const registryVersions = mysqlTable(
  'registry_versions',
  {
    environment: ascii('environment', { length: 64 }).notNull(),
    /** 1, 2, 3, … in each environment. */
    number: integer('number').notNull(),
    /** Each subgraph's address and the hash of its schema, by name. */
    subgraphs: json<Record<string, { url: string; hash: string }>>('subgraphs').notNull(),
    /** The hash of what they compose to. */
    supergraphHash: ascii('supergraph_hash', { length: 64 }).notNull(),
    /** The changes from the version before, with what each meant to clients. */
    changes: json<unknown[]>('changes').notNull(),
    /** Of a rollback, the version that it brought back. */
    restores: integer('restores'),
    author: varchar('author', { length: 200 }).notNull(),
    note: varchar('note', { length: 1000 }).notNull(),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.environment, t.number] })],
)

/** Breaking changes that somebody answers for. */
export const registryApprovals = mysqlTable(
  'registry_approvals',
  {
    environment: ascii('environment', { length: 64 }).notNull(),
    changeId: ascii('change_id', { length: 16 }).notNull(),
    author: varchar('author', { length: 200 }).notNull(),
    reason: varchar('reason', { length: 1000 }).notNull(),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.environment, t.changeId] })],
)

/** Operations that routers have answered. */
export const registryOperations = mysqlTable(
  'registry_operations',
  {
    environment: ascii('environment', { length: 64 }).notNull(),
    /** SHA-256 of the operation's normal form, in hexadecimal. */
    hash: ascii('hash', { length: 64 }).notNull(),
    name: varchar('name', { length: 200 }).notNull(),
    /** Without its literals; '' where it is too long to keep. */
    text: exactText('text').notNull(),
    /** What it uses of the schema. */
    coordinates: json<string[]>('coordinates').notNull(),
    /** YYYY-MM-DD in UTC. */
    lastDay: ascii('last_day', { length: 10 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.environment, t.hash] }), index('registry_operations_age').on(t.lastDay)],
)

/** How often, by day and client. */
export const registryUsage = mysqlTable(
  'registry_usage',
  {
    environment: ascii('environment', { length: 64 }).notNull(),
    day: ascii('day', { length: 10 }).notNull(),
    hash: ascii('hash', { length: 64 }).notNull(),
    clientName: exact('client_name', { length: 100 }).notNull(),
    clientVersion: exact('client_version', { length: 100 }).notNull(),
    requests: integer('requests').notNull(),
  },
  (t) => [
    primaryKey({ name: 'registry_usage_pk', columns: [t.environment, t.day, t.hash, t.clientName, t.clientVersion] }),
    index('registry_usage_age').on(t.day),
  ],
)
