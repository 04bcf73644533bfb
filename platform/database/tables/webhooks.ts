/** Webhooks out of and into a conversation: the conversations database, sharded like it. */
import { index, int, mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core'
import { ascii, id, integer, json, timestamp } from '../columns.ts'

/** ACTIVE is delivered to; PAUSED by someone or because its owner has left; FAILING: paused because its endpoint kept failing. */
export type WebhookState = 'ACTIVE' | 'PAUSED' | 'FAILING'

/** Why a webhook is PAUSED. */
export type WebhookPause = 'BY_HAND' | 'OWNER_LEFT' | 'OWNER_DELETED'

/** One row per (webhook, conversation): what is wanted, and the cursor of what is delivered. */
export const webhooks = mysqlTable(
  'webhooks',
  {
    id: id('id').primaryKey(),
    conversationId: id('conversation_id').notNull(),
    /** Who answers for it, and must be a member for anything to be delivered (I6). */
    ownerId: id('owner_id').notNull(),
    name: varchar('name', { length: 80 }).notNull(),
    url: ascii('url', { length: 1000 }).notNull(),
    /** `__typename`s of the events wanted; null: all. */
    eventTypes: json<string[]>('event_types'),
    /** What deliveries are signed with: signing needs the secret itself. */
    secret: ascii('secret', { length: 64 }).notNull(),
    /** Signs too until its time is over, so that a receiver can change over. */
    formerSecret: ascii('former_secret', { length: 64 }),
    formerSecretUntil: timestamp('former_secret_until'),
    state: ascii('state', { length: 16 }).$type<WebhookState>().notNull(),
    /** Null while it is not PAUSED. */
    pausedBecause: ascii('paused_because', { length: 16 }).$type<WebhookPause>(),
    createdAt: timestamp('created_at').notNull(),
    /** The cursor: everything up to this position of the change log is delivered, or was not wanted. */
    rev: integer('rev').notNull(),
    /** One more with each replay, so that a delivery under way does not move the cursor back. */
    generation: int('generation').notNull(),
    /** Failures in a row; 0 after a success. */
    failures: int('failures').notNull(),
    /** When there may be something to deliver; null: nothing until it is woken. */
    nextAt: timestamp('next_at'),
    /** The worker that delivers, and until when nobody else may. */
    leaseOwner: ascii('lease_owner', { length: 36 }),
    leaseUntil: timestamp('lease_until'),
    /** How many attempts there have been: the newest is the last of webhook_attempts. */
    attempts: integer('attempts').notNull(),
  },
  (t) => [index('webhooks_conversation').on(t.conversationId, t.id), index('webhooks_due').on(t.state, t.nextAt)],
)

/** The newest attempts of each webhook: what is older is deleted. */
export const webhookAttempts = mysqlTable(
  'webhook_attempts',
  {
    webhookId: id('webhook_id').notNull(),
    /** 1, 2, 3, … */
    number: integer('number').notNull(),
    conversationId: id('conversation_id').notNull(),
    deliveryId: ascii('delivery_id', { length: 80 }).notNull(),
    rev: integer('rev').notNull(),
    eventType: ascii('event_type', { length: 40 }).notNull(),
    at: timestamp('at').notNull(),
    /** The answer's; null where there was none. */
    status: int('status'),
    latencyMs: int('latency_ms').notNull(),
    /** Null: it was delivered. */
    error: varchar('error', { length: 200 }),
  },
  (t) => [primaryKey({ columns: [t.webhookId, t.number] })],
)

/** Addresses under which a service outside posts messages into a conversation, as a bot. */
export const incomingWebhooks = mysqlTable(
  'incoming_webhooks',
  {
    id: id('id').primaryKey(),
    conversationId: id('conversation_id').notNull(),
    botId: id('bot_id').notNull(),
    name: varchar('name', { length: 80 }).notNull(),
    /** SHA-256 of the secret, base64url. */
    secretHash: ascii('secret_hash', { length: 43 }).notNull(),
    createdBy: id('created_by').notNull(),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [index('incoming_webhooks_conversation').on(t.conversationId, t.id)],
)
