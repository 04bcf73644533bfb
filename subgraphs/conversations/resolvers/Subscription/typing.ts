import type { TopicSource } from '../../../../platform/subgraph/index.ts'
import type { Context } from '../../context.ts'
import { openTyping } from '../../domain/typing.ts'

/** Opens `Subscription.typing` for the router. */
export const typing: TopicSource<Context> = ({ arguments: args, viewer }, { conversations }) =>
  openTyping(conversations, viewer.required(), args.conversationId as string)
