import type { Page } from '../../../platform/pagination/index.ts'
import { readConversationPage, type ActivityKey } from '../store/conversationPages.ts'
import type { ConversationView } from '../store/conversationViews.ts'
import type { Actor, Conversations } from './conversations.ts'

/** A page of the viewer's conversations and one more, newest activity first; only those that `sharedWith` is in too. */
export const listConversations = (
  { database }: Conversations,
  { userId }: Actor,
  page: Page<ActivityKey>,
  sharedWith?: string,
): Promise<ConversationView[]> => readConversationPage(database, userId, page, sharedWith)
