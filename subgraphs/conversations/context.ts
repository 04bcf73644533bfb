import DataLoader from 'dataloader'
import type { Presence } from '../../platform/presence/index.ts'
import type { RequestScope } from '../../platform/subgraph/index.ts'
import type { Viewer } from '../../platform/identity/viewer.ts'
import type { Actor, Conversations } from './domain/conversations.ts'
import { createLoaders, type Loaders } from './domain/loaders.ts'
import { readVisiblePresences } from './domain/presence.ts'

/** Users whose presence is read at once; a request for more takes several. */
const MAX_PRESENCES = 500

/** What the resolvers of one request work with. */
export interface Context {
  viewer: Viewer
  conversations: Conversations
  loaders: Loaders
  /** By user id; undefined for whom the viewer may not see. */
  presences: DataLoader<string, Presence | undefined>
  /** @throws Unauthenticated  no token came with the request */
  actor(): Actor
}

export const createContext = (conversations: Conversations, { viewer, request }: RequestScope): Context => {
  const actor = () => ({ userId: viewer.required().userId, authorization: request.authorization })
  return {
    viewer,
    conversations,
    loaders: createLoaders(conversations.database, viewer.identity?.userId),
    presences: new DataLoader(
      async (ids) => {
        const { presences } = await readVisiblePresences(conversations, actor(), ids)
        return ids.map((id) => presences.get(id))
      },
      { maxBatchSize: MAX_PRESENCES },
    ),
    actor,
  }
}
