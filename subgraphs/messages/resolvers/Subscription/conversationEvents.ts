import type { TopicSource } from '../../../../platform/subgraph/index.ts'
import type { Context } from '../../context.ts'
import { openConversationLog } from '../../domain/openConversationLog.ts'

/** Opens `Subscription.conversationEvents` for the router. */
export const conversationEvents: TopicSource<Context> = ({ arguments: args, after, limit, viewer }, { database }) =>
  openConversationLog(database, viewer.required(), { conversationId: args.conversationId as string, after, limit })
