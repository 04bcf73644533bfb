/** A users subgraph with the notifications worker's side of it, and what clients and workers do with notifications. */
import { createECDH, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import { createNotificationDesk } from '../index.ts'
import { as, openUsers } from './given.ts'
import type { Session } from './given.ts'

export async function openNotifications() {
  const given = await openUsers()
  const { database, pubsub, now, parts } = given
  const online = new Set<string>()
  const presence = { online: async (ids: readonly string[]) => new Set(ids.filter((id) => online.has(id))) }
  const desk = createNotificationDesk({ database, pubsub, presence, logger: parts.logger, now })
  const inputOf = (name: string, input: object, selection: string, session: Session) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} } }`
    return given.execute(query, { ...as(session), variables: { input } })
  }
  return {
    ...given,
    desk,
    online,
    occasion: ({ user }: Session, more: { subject?: string; actorId?: string } = {}) => ({
      ...{ userId: user.id, kinds: ['MENTION'] as const, subject: `m:${uuid()}`, conversationId: uuid() },
      ...{ message: { id: uuid(), seq: 1 }, actorId: uuid(), at: now(), ...more },
    }),
    someone: async () => (await given.guest('Somebody')).user.id,
    async list(session: Session, args = '') {
      const query = `{ notifications${args} { rev unreadCount edges { node { id rev kind silent actor { name } } } } }`
      const { data, errors } = await given.execute(query, as(session))
      if (errors) throw new Error(JSON.stringify(errors))
      type Page = { rev: number; unreadCount: number; edges: { node: { id: string; rev: number; silent: boolean } }[] }
      const { edges, ...rest } = (data as { notifications: Page }).notifications
      return { ...rest, nodes: edges.map(({ node }) => node) }
    },
    settle: (session: Session, input: object) =>
      inputOf(
        'updateNotificationSettings',
        input,
        'settings { kinds quietHours { start end timeZone } offlineOnly includeText }',
        session,
      ),
    async browser(session: Session) {
      const input = { endpoint: `https://push.example.com/${uuid()}`, keys: browserKeys() }
      const result = await inputOf('registerPushSubscription', input, 'subscription { id }', session)
      if (result.errors) throw new Error(JSON.stringify(result.errors))
      return input
    },
    pushesOf: async ({ user }: Session) =>
      database.select().from(tables.pushQueue).where(eq(tables.pushQueue.userId, user.id)),
  }
}

export type GivenNotifications = Awaited<ReturnType<typeof openNotifications>>

/** Keys as a browser makes them. */
export const browserKeys = () => ({
  p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
  auth: randomBytes(16).toString('base64url'),
})
