import type { PushSubscriptionResolvers } from '../generated.ts'

export const PushSubscription: PushSubscriptionResolvers = {
  current: ({ sessionId }, _args, { viewer }) => sessionId === viewer.required().sessionId,
}
