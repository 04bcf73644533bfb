import type { Identity } from '../../../platform/identity/index.ts'
import { readApiKeys } from '../store/apiKeys.ts'
import { readBots } from '../store/bots.ts'
import { readBlocked } from '../store/blocks.ts'
import { readSessions } from '../store/sessions.ts'
import type { Accounts } from './accounts.ts'
import { exportNotifications } from './notifications/exportNotifications.ts'
import { ownAccount } from './ownAccount.ts'

/** Of each list; `truncated` names those that have more, newest first. */
const MOST = 1_000

/** All that this subgraph holds of the viewer, but for secrets, as JSON text. Times are RFC 3339. */
export async function exportMyData(accounts: Accounts, viewer: Identity): Promise<string> {
  const { database, now } = accounts
  const { user } = await ownAccount(accounts, viewer)
  const page = { direction: 'forward', limit: MOST } as const
  const sessions = await readSessions(database, user.id, page, now())
  const blocked = await readBlocked(database, user.id, page)
  const apiKeys = await readApiKeys(database, user.id, page)
  const bots = await readBots(database, user.id, page)
  const told = await exportNotifications(database, user.id, MOST, now())
  const { notificationSettings, notifications, pushSubscriptions } = told
  const lists = {
    sessions: sessions.map(({ id, device, address, createdAt, rotatedAt, expiresAt }) => ({
      ...{ id, device, address },
      ...{ createdAt: time(createdAt), lastUsedAt: time(rotatedAt), expiresAt: time(expiresAt) },
    })),
    blockedUsers: blocked.map(({ user: { id, name }, blockedAt }) => ({ id, name, blockedAt: time(blockedAt) })),
    apiKeys: apiKeys.map(({ id, name, scopes, createdAt, expiresAt, lastUsedAt }) => ({
      ...{ id, name, scopes },
      ...{ createdAt: time(createdAt), expiresAt: time(expiresAt), lastUsedAt: time(lastUsedAt) },
    })),
    bots: bots.map(({ id, name, handle, createdAt }) => ({ id, name, handle, createdAt: time(createdAt) })),
    ...{ notifications, pushSubscriptions },
  }
  const truncated = Object.entries(lists).flatMap(([name, items]) => (items.length > MOST ? [name] : []))
  const shown = Object.fromEntries(Object.entries(lists).map(([name, items]) => [name, items.slice(0, MOST)]))
  const account = { ...user, createdAt: time(user.createdAt) }
  return JSON.stringify({ exportedAt: time(now()), account, notificationSettings, ...shown, truncated }, undefined, 2)
}

const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
