import type { TopicSource } from '../../../../platform/subgraph/index.ts'
import type { Context } from '../../context.ts'
import { openPresence } from '../../domain/presence.ts'

/** Opens `Subscription.presenceChanged` for the router. */
export const presenceChanged: TopicSource<Context> = ({ arguments: args }, { conversations, actor }) =>
  openPresence(conversations, actor(), args.userIds as string[])
