import { v7 as uuidv7 } from 'uuid'
import { Forbidden, LimitExceeded } from '../../../../platform/errors.ts'
import { knownId } from '../../../../platform/input/index.ts'
import { findMembers } from '../../store/members.ts'
import * as store from '../../store/webhooks/incomingWebhooks.ts'
import type { IncomingWebhookRow } from '../../store/webhooks/incomingWebhooks.ts'
import { changeConversation, requireActor, type Change } from '../changeConversation.ts'
import type { Actor, Conversations } from '../conversations.ts'
import { MAX_WEBHOOKS } from '../limits.ts'
import { notAMember } from '../permissions.ts'
import { webhookName } from './createWebhook.ts'
import { hashOf, newHookSecret } from './secret.ts'

/** A new address, or a new secret in it: shown here only. */
export interface IncomingAddress {
  webhook: IncomingWebhookRow
  secret: string
}

/** What follows the router's address. */
export const hookPath = ({ webhook, secret }: IncomingAddress): string => `/hooks/${webhook.id}/${secret}`

/**
 * An address under which a service outside posts messages here, as a bot of the viewer's that is a member.
 * @throws Forbidden      not a member, a role that may not, or no bot of the viewer's that is a member here
 * @throws InvalidInput   the name
 * @throws LimitExceeded  MAX_WEBHOOKS of them
 */
export async function createIncomingWebhook(
  conversations: Conversations,
  actor: Actor,
  input: { conversationId: string; botId: string; name: string },
): Promise<IncomingAddress> {
  const { users, now } = conversations
  const name = webhookName(input.name)
  const botId = knownId(input.botId)
  // Asked before the transaction, so that no lock is held while another service answers.
  const ownerId = botId && (await users.ownerOf(botId, actor.authorization))
  const secret = newHookSecret()
  const webhook = await changeConversation(conversations, input.conversationId, async (change) => {
    const { tx, conversation } = change
    await requireActor(change, actor.userId, 'manage webhooks')
    if (!botId || ownerId !== actor.userId) throw new Forbidden('You have no such bot.')
    const member = (await findMembers(tx, conversation.id, [botId])).get(botId)
    if (member?.state !== 'ACTIVE') throw new Forbidden('The bot is no member of this conversation. Add it first.')
    if ((await store.countIncomingWebhooks(tx, conversation.id)) >= MAX_WEBHOOKS) {
      throw new LimitExceeded(`A conversation has at most ${MAX_WEBHOOKS} incoming webhooks.`)
    }
    const row = {
      ...{ id: uuidv7(), conversationId: conversation.id, botId, name, secretHash: hashOf(secret) },
      ...{ createdBy: actor.userId, createdAt: now() },
    }
    await store.insertIncomingWebhook(tx, row)
    return row
  })
  return { webhook, secret }
}

/** Another secret, at once: the former address answers 404. @throws Forbidden */
export async function rotateIncomingWebhookSecret(
  conversations: Conversations,
  actor: Actor,
  id: string,
): Promise<IncomingAddress> {
  const secret = newHookSecret()
  const webhook = await change(conversations, actor, id, ({ tx }, { id }) =>
    store.setHookSecret(tx, id, hashOf(secret)),
  )
  return { webhook, secret }
}

/** @throws Forbidden */
export async function deleteIncomingWebhook(conversations: Conversations, actor: Actor, id: string): Promise<string> {
  return (await change(conversations, actor, id, ({ tx }, { id }) => store.deleteIncomingWebhook(tx, id))).id
}

async function change(
  conversations: Conversations,
  { userId }: Actor,
  given: string,
  work: (change: Change, webhook: IncomingWebhookRow) => Promise<void>,
): Promise<IncomingWebhookRow> {
  const id = knownId(given)
  const found = id && (await store.findIncomingWebhook(conversations.database, id))
  if (!found) throw notAMember()
  return changeConversation(conversations, found.conversationId, async (change) => {
    await requireActor(change, userId, 'manage webhooks')
    const webhook = await store.findIncomingWebhook(change.tx, found.id)
    if (!webhook) throw notAMember()
    await work(change, webhook)
    return webhook
  })
}
