import type { TopicSource } from '../../../../platform/subgraph/index.ts'
import type { Context } from '../../context.ts'
import { openReceipts } from '../../domain/liveReceipts.ts'

/** Opens `Subscription.receiptChanged` for the router. */
export const receiptChanged: TopicSource<Context> = ({ arguments: args, viewer }, { conversations }) =>
  openReceipts(conversations, viewer.required(), args.conversationId as string)
