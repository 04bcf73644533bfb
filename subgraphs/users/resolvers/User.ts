import { Forbidden, NotFound } from '../../../platform/errors.ts'
import type { Identity, Viewer } from '../../../platform/identity/index.ts'
import { listApiKeys } from '../domain/apiKeys.ts'
import { listBots } from '../domain/bots.ts'
import { listBlocked } from '../domain/blocks.ts'
import { listSessions } from '../domain/listSessions.ts'
import type { UserResolvers } from '../generated.ts'

/**
 * A user as the rest of the graph refers to one. Whoever may see the reference may see the name: what is behind it is the
 * same for every viewer, so an event is resolved once for all of its subscribers.
 */
export const User: UserResolvers = {
  __resolveReference: async ({ id }, { users }) => {
    const user = await users.load(id)
    // A client may have made the reference up: that is no fault of the graph.
    if (!user) throw new NotFound('There is no such user.')
    return user
  },
  isBot: ({ ownerId }) => ownerId !== null,
  owner: ({ ownerId }, _args, { users }) => (ownerId === null ? null : users.load(ownerId)),
  isDeleted: ({ deletedAt }) => deletedAt !== null,
  viewerBlocks: async ({ id }, _args, { blocks }) => (await blocks.load(id)).byViewer,
  contactable: async ({ id, deletedAt }, _args, { blocks }) => {
    if (deletedAt !== null) return false
    const { byViewer, ofViewer } = await blocks.load(id)
    return !byViewer && !ofViewer
  },
  sessions: ({ id }, args, { accounts, viewer }) => listSessions(accounts, ownOnly(viewer, id), args),
  blockedUsers: ({ id }, args, { accounts, viewer }) => listBlocked(accounts, ownOnly(viewer, id), args),
  bots: ({ id }, args, { accounts, viewer }) => listBots(accounts, ownOnly(viewer, id), args),
  apiKeys: ({ id, ownerId }, args, { accounts, viewer }) => {
    ownOnly(viewer, ownerId ?? id)
    return listApiKeys(accounts, { userId: id }, args)
  },
}

/** @throws Forbidden  it is about someone else */
function ownOnly(viewer: Viewer, userId: string): Identity {
  const identity = viewer.required()
  if (identity.scopes) throw new Forbidden('An API key cannot see this: sign in.')
  if (identity.userId !== userId) throw new Forbidden('This is shown to its own user only.')
  return identity
}
