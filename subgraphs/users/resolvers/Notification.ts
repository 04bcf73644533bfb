import type { NotificationResolvers } from '../generated.ts'

export const Notification: NotificationResolvers = {
  actor: async ({ actor }, _args, { users }) => (await users.load(actor.id))!,
}
