import type { Page } from '../../../platform/pagination/index.ts'
import type { ConversationView } from '../store/conversationViews.ts'
import { readInboxPage, type InboxFilter, type InboxKey } from '../store/inboxPages.ts'
import type { Actor, Conversations } from './conversations.ts'

/** A page of the viewer's inbox and one more: pinned conversations first, then newest activity first. */
export const readInbox = (
  { database }: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  filter: InboxFilter,
  page: Page<InboxKey>,
): Promise<ConversationView[]> => readInboxPage(database, userId, filter, page)
