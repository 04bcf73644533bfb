import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/** Ada is who asks; Ben, in the group, is a bot of hers here. */
interface Scene {
  id: string
  ada: Person
  ben: Person
}

const url = 'https://example.org/hook'

/** A webhook of the conversation, whoever may see it; what can be no conversation's id has none, and stands for one. */
async function webhookIn(world: World, conversationId: string): Promise<string> {
  if (!/^[0-9a-f-]{36}$/.test(conversationId)) return conversationId
  const id = uuid()
  await world.database.insert(tables.webhooks).values({
    ...{ id, conversationId, ownerId: uuid(), name: 'x', url, eventTypes: null, secret: 'whsec_x', state: 'PAUSED' },
    ...{ createdAt: 0, rev: 0, generation: 0, failures: 0, attempts: 0 },
  })
  return id
}

async function incomingIn(world: World, conversationId: string): Promise<string> {
  if (!/^[0-9a-f-]{36}$/.test(conversationId)) return conversationId
  const id = uuid()
  const row = { id, conversationId, botId: uuid(), name: 'x', secretHash: 'x', createdBy: uuid(), createdAt: 0 }
  await world.database.insert(tables.incomingWebhooks).values(row)
  return id
}

/** The rows of the table of permissions that are about webhooks: for owners and admins. */
export function webhookRows(world: () => World) {
  const staff = ['OWNER', 'ADMIN'] as const
  const ofOne = (mutation: string, more: object = {}, selection = 'webhook { id }') => ({
    does: async ({ id, ada }: Scene) =>
      ada.mutate(mutation, { webhookId: await webhookIn(world(), id), ...more }, selection),
    roles: staff,
  })
  const ofIncoming = (mutation: string, selection: string) => ({
    does: async ({ id, ada }: Scene) =>
      ada.mutate(mutation, { incomingWebhookId: await incomingIn(world(), id) }, selection),
    roles: staff,
  })
  return {
    createWebhook: {
      does: ({ id, ada }: Scene) => ada.mutate('createWebhook', { conversationId: id, name: 'x', url }, 'secret'),
      roles: staff,
    },
    updateWebhook: ofOne('updateWebhook', { name: 'y' }),
    deleteWebhook: ofOne('deleteWebhook', {}, 'webhookId'),
    rotateWebhookSecret: ofOne('rotateWebhookSecret', {}, 'secret'),
    pauseWebhook: ofOne('pauseWebhook'),
    resumeWebhook: ofOne('resumeWebhook'),
    replayWebhook: ofOne('replayWebhook', { from: 1 }),
    createIncomingWebhook: {
      does: ({ id, ada, ben }: Scene) => {
        world().network.owners.set(ben.id, ada.id)
        return ada.mutate('createIncomingWebhook', { conversationId: id, botId: ben.id, name: 'x' }, 'path')
      },
      roles: staff,
    },
    rotateIncomingWebhookSecret: ofIncoming('rotateIncomingWebhookSecret', 'path'),
    deleteIncomingWebhook: ofIncoming('deleteIncomingWebhook', 'incomingWebhookId'),
  }
}
