import type { RequestScope } from '../../platform/subgraph/index.ts'
import type { Viewer } from '../../platform/identity/viewer.ts'
import type { Actor, Conversations } from './domain/conversations.ts'
import { createLoaders, type Loaders } from './domain/loaders.ts'

/** What the resolvers of one request work with. */
export interface Context {
  viewer: Viewer
  conversations: Conversations
  loaders: Loaders
  /** @throws Unauthenticated  no token came with the request */
  actor(): Actor
}

export const createContext = (conversations: Conversations, { viewer, request }: RequestScope): Context => ({
  viewer,
  conversations,
  loaders: createLoaders(conversations.database, viewer.identity?.userId),
  actor: () => ({ userId: viewer.required().userId, authorization: request.authorization }),
})
