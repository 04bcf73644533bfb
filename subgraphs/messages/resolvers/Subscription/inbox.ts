import type { BundleSource } from '../../../../platform/subgraph/index.ts'
import type { Context } from '../../context.ts'
import { openInbox, openInboxLog } from '../../domain/openInbox.ts'

/** Opens `Subscription.inbox` for the router. */
export const inbox: BundleSource<Context> = {
  topics: ({ arguments: args, viewer }, { database }) =>
    openInbox(database, viewer.required(), (args.after as string[] | null | undefined) ?? undefined),
  open: ({ viewer, ...at }, { database }) => openInboxLog(database, viewer.required(), at),
}
