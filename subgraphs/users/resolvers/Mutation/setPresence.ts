import { setPresence } from '../../domain/presence/setPresence.ts'
import type { MutationResolvers } from '../../generated.ts'

export const setPresenceResolver: MutationResolvers['setPresence'] = async (_parent, { input }, context) => {
  const viewer = context.viewer.required()
  await setPresence(context.live, viewer, input.availability)
  return { user: (await context.users.load(viewer.userId))! }
}
