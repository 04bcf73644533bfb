import type { BundleSource } from '../../../../platform/subgraph/index.ts'
import type { Context } from '../../context.ts'
import { openNotificationLog, ownNotificationLog } from '../../domain/notifications/notificationLog.ts'

/** Opens `Subscription.notificationReceived` for the router: a bundle of one, the viewer's own log. */
export const notificationReceived: BundleSource<Context> = {
  topics: async ({ arguments: args, viewer }, { notifications }) => [
    await ownNotificationLog(notifications, viewer.required(), (args.after as number | null | undefined) ?? undefined),
  ],
  open: ({ viewer, ...at }, { notifications }) => openNotificationLog(notifications, viewer.required(), at),
}
