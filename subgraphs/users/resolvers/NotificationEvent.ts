import type { NotificationEventResolvers } from '../generated.ts'

export const NotificationEvent: NotificationEventResolvers = {
  __resolveType: (event) => event.__typename ?? null,
}
