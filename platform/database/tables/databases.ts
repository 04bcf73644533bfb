import type { MySqlTable } from 'drizzle-orm/mysql-core'
import type { DatabaseName } from '../database.ts'
import * as attachments from './attachments.ts'
import * as conversations from './conversations.ts'
import * as messageParts from './messageParts.ts'
import * as messageSearch from './messageSearch.ts'
import * as messageTimes from './messageTimes.ts'
import * as messages from './messages.ts'
import * as notifications from './notifications.ts'
import * as registry from './registry.ts'
import * as timelines from './timelines.ts'
import * as users from './users.ts'
import * as webhooks from './webhooks.ts'

/** Which tables live in which database. */
export const tablesOf: Record<DatabaseName, Record<string, MySqlTable>> = {
  users: { ...users, ...notifications },
  conversations: {
    ...attachments,
    ...conversations,
    ...messages,
    ...messageParts,
    ...messageSearch,
    ...messageTimes,
    ...timelines,
    ...webhooks,
  },
  registry: { ...registry },
}

/** On MySQL, tables that grow with every message are split by conversation, so that each part's indexes stay shallow. */
export const partitioned = new Map<string, { key: string; partitions: number }>([
  ['messages', { key: 'conversation_id', partitions: 16 }],
  ['reactions', { key: 'conversation_id', partitions: 16 }],
  ['events', { key: 'conversation_id', partitions: 16 }],
])
