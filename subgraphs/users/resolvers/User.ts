import { Forbidden } from '../../../platform/errors.ts'
import { listSessions } from '../domain/listSessions.ts'
import type { UserResolvers } from '../generated.ts'

/**
 * A user as the rest of the graph refers to one. Whoever may see the reference may see the name: what is behind it is the
 * same for every viewer, so an event is resolved once for all of its subscribers.
 */
export const User: UserResolvers = {
  __resolveReference: ({ id }, { users }) => users.load(id),
  sessions: ({ id }, args, { accounts, viewer }) => {
    const identity = viewer.required()
    if (identity.userId !== id) throw new Forbidden('Sessions are shown to their own user only.')
    return listSessions(accounts, identity, args)
  },
}
