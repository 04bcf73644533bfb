import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import { findViews, type ConversationView, type MemberView } from '../store/conversationViews.ts'
import { findDrafts, type DraftRow } from '../store/drafts.ts'
import { findInvitesOf, type InviteRow } from '../store/invites.ts'
import { MAX_ATTEMPT_PAGES, readAttemptPages, type AttemptPage, type AttemptRow } from '../store/webhooks/attempts.ts'
import { findIncomingWebhooksOf, type IncomingWebhookRow } from '../store/webhooks/incomingWebhooks.ts'
import { findWebhooksOf, type WebhookView } from '../store/webhooks/webhooks.ts'
import { readUnreadMentions, type UnreadMentions } from '../store/unreadMentions.ts'
import { unreadAfter } from './unread.ts'
import { MAX_MEMBER_PAGES, readMemberPages, type MemberPage } from '../store/memberPages.ts'

/** Unread mentions whose places are told, of each conversation. */
const MAX_MENTION_SEQS = 100

/** Conversations read by one statement; a request for more takes several. */
const MAX_VIEWS = 1_000

/** What one request reads is gathered, so that the number of statements does not grow with a page (I8). */
export interface Loaders {
  /** Undefined where the viewer is no member. */
  conversation: DataLoader<string, ConversationView | undefined>
  members: DataLoader<MemberPage, MemberView[], string>
  /** Invite links of a conversation, newest first. */
  invites: DataLoader<string, InviteRow[]>
  /** Webhooks of a conversation, newest first, and addresses that messages are posted to. */
  webhooks: DataLoader<string, WebhookView[]>
  incomingWebhooks: DataLoader<string, IncomingWebhookRow[]>
  webhookAttempts: DataLoader<AttemptPage, AttemptRow[]>
  /** Of the viewer, in what is unread of a conversation as it was read. */
  mentions: DataLoader<ConversationView, UnreadMentions>
  /** The viewer's own; undefined where there is none. */
  draft: DataLoader<string, DraftRow | undefined>
}

/** Loaders of one request. They remember what they read; `readChanged` forgets what a mutation has changed. */
export const createLoaders = (database: Database, viewerId: string | undefined): Loaders => ({
  conversation: new DataLoader(
    async (ids) => {
      const views = viewerId ? await findViews(database, viewerId, ids) : new Map<string, ConversationView>()
      return ids.map((id) => views.get(id))
    },
    { maxBatchSize: MAX_VIEWS },
  ),
  members: new DataLoader((pages) => readMemberPages(database, pages), {
    maxBatchSize: MAX_MEMBER_PAGES,
    cacheKeyFn: (page) => JSON.stringify(page),
  }),
  draft: new DataLoader(
    async (ids) => {
      const rows = viewerId ? await findDrafts(database, viewerId, ids) : []
      const drafts = new Map(rows.map((row) => [row.conversationId, row]))
      return ids.map((id) => drafts.get(id))
    },
    { maxBatchSize: MAX_VIEWS, cache: false },
  ),
  mentions: new DataLoader(
    async (views) => {
      const spans = views.map((view) => ({
        conversationId: view.id,
        after: unreadAfter(view.viewer),
        upTo: view.lastSeq,
      }))
      const found = viewerId ? await readUnreadMentions(database, viewerId, spans, MAX_MENTION_SEQS) : new Map()
      return views.map(({ id }) => found.get(id) ?? { count: 0, newest: [] })
    },
    { maxBatchSize: MAX_VIEWS, cache: false },
  ),
  invites: ofConversations((ids) => findInvitesOf(database, ids)),
  webhooks: ofConversations((ids) => findWebhooksOf(database, ids)),
  incomingWebhooks: ofConversations((ids) => findIncomingWebhooksOf(database, ids)),
  webhookAttempts: new DataLoader((pages) => readAttemptPages(database, pages), {
    maxBatchSize: MAX_ATTEMPT_PAGES,
    cache: false,
  }),
})

/** What a conversation has few of: all of it, for many conversations in one statement. */
const ofConversations = <R extends { conversationId: string }>(read: (ids: readonly string[]) => Promise<R[]>) =>
  new DataLoader<string, R[]>(
    async (ids) => {
      const all = Map.groupBy(await read(ids), ({ conversationId }) => conversationId)
      return ids.map((id) => all.get(id) ?? [])
    },
    { maxBatchSize: MAX_VIEWS, cache: false },
  )
