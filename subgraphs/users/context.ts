import DataLoader from 'dataloader'
import type { Viewer } from '../../platform/identity/index.ts'
import { knownId } from '../../platform/input/index.ts'
import type { RequestScope } from '../../platform/subgraph/index.ts'
import type { Accounts } from './domain/accounts.ts'
import type { Live } from './domain/presence/live.ts'
import type { Notifications } from './domain/notifications/index.ts'
import type { Client } from './domain/sessions.ts'
import { readBlocksBetween } from './store/blocks.ts'
import { findUsers } from './store/users.ts'
import type { UserRecord } from './store/users.ts'

/** What the resolvers of one request share. */
export interface Context {
  viewer: Viewer
  /** The `Authorization` header of the request. */
  authorization: string | undefined
  /** Where the request comes from. */
  client: Client
  accounts: Accounts
  notifications: Notifications
  live: Live
  /** Users by id, one statement for all that are asked for at once; null for an unknown one. */
  users: DataLoader<string, UserRecord | null>
  /** The blocks between the viewer and a user, by the user's id, one statement for all that are asked for at once. */
  blocks: DataLoader<string, BlocksBetween>
}

export interface BlocksBetween {
  byViewer: boolean
  ofViewer: boolean
}

const MAX_BATCH = 500

export const createContext = (
  { accounts, notifications, live }: Pick<Context, 'accounts' | 'notifications' | 'live'>,
  { viewer, request }: RequestScope,
): Context => ({
  viewer,
  authorization: request.authorization,
  client: { address: request.address, device: request.userAgent },
  accounts,
  notifications,
  live,
  users: new DataLoader((ids) => loadUsers(accounts, ids), { maxBatchSize: MAX_BATCH }),
  blocks: new DataLoader((ids) => loadBlocks(accounts, viewer, ids), { maxBatchSize: MAX_BATCH }),
})

async function loadBlocks(
  { database }: Accounts,
  { identity }: Viewer,
  ids: readonly string[],
): Promise<BlocksBetween[]> {
  if (!identity) return ids.map(() => ({ byViewer: false, ofViewer: false }))
  const found = await readBlocksBetween(database, identity.userId, ids)
  const byViewer = new Set(found.map(({ blockedId }) => blockedId))
  const ofViewer = new Set(found.map(({ userId }) => userId))
  return ids.map((id) => ({
    byViewer: id !== identity.userId && byViewer.has(id),
    ofViewer: id !== identity.userId && ofViewer.has(id),
  }))
}

async function loadUsers({ database }: Accounts, ids: readonly string[]): Promise<(UserRecord | null)[]> {
  const known = ids.map(knownId)
  const wanted = known.filter((id) => id !== undefined)
  const found = new Map((wanted.length === 0 ? [] : await findUsers(database, wanted)).map((user) => [user.id, user]))
  return known.map((id) => (id === undefined ? null : (found.get(id) ?? null)))
}
