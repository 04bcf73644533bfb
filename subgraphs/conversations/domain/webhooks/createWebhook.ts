import { v7 as uuidv7 } from 'uuid'
import { InvalidInput, LimitExceeded } from '../../../../platform/errors.ts'
import { checkedText } from '../../../../platform/input/index.ts'
import { countWebhooks, insertWebhook, type WebhookView } from '../../store/webhooks/webhooks.ts'
import { changeConversation, requireActor } from '../changeConversation.ts'
import type { Actor, Conversations } from '../conversations.ts'
import { MAX_WEBHOOKS } from '../limits.ts'
import { checkedEventTypes } from './eventTypes.ts'
import { newWebhookSecret } from './secret.ts'
import { webhookUrl } from './webhookUrl.ts'

export interface NewWebhook {
  conversationId: string
  name: string
  url: string
  eventTypes?: readonly string[] | null
  /** Position in the change log after which it begins; left out: what comes from now on. */
  after?: number | null
}

/** @throws InvalidInput */
export const webhookName = (given: string): string => checkedText('name', given, { min: 1, max: 80, trim: true })

/**
 * Has the events of a conversation posted to an address. The secret is for the one who asked, and shown here only.
 * @throws Forbidden      not a member, a direct conversation, or a role that may not
 * @throws InvalidInput   name, url, eventTypes, or a place that the change log does not have
 * @throws LimitExceeded  MAX_WEBHOOKS of them
 */
export async function createWebhook(
  conversations: Conversations,
  { userId }: Actor,
  input: NewWebhook,
): Promise<{ webhook: WebhookView; secret: string }> {
  const name = webhookName(input.name)
  const url = webhookUrl(input.url, conversations.webhookEndpoints)
  const eventTypes = checkedEventTypes(input.eventTypes)
  const secret = newWebhookSecret()
  const webhook = await changeConversation(conversations, input.conversationId, async ({ tx, head, ...change }) => {
    await requireActor({ tx, head, ...change }, userId, 'manage webhooks')
    const { conversationId } = head
    if ((await countWebhooks(tx, conversationId)) >= MAX_WEBHOOKS) {
      throw new LimitExceeded(`A conversation has at most ${MAX_WEBHOOKS} webhooks.`)
    }
    const rev = input.after ?? head.rev
    if (rev < head.floorRev || rev > head.rev) {
      throw new InvalidInput(`after must be from ${head.floorRev} to ${head.rev}, where the change log stands.`)
    }
    const row = {
      ...{ id: uuidv7(), conversationId, ownerId: userId, name, url, eventTypes, secret, rev },
      ...{
        formerSecret: null,
        formerSecretUntil: null,
        state: 'ACTIVE' as const,
        pausedBecause: null,
        createdAt: change.at,
      },
      ...{ generation: 0, failures: 0, nextAt: conversations.now(), leaseOwner: null, leaseUntil: null, attempts: 0 },
    }
    await insertWebhook(tx, row)
    return { ...row, headRev: head.rev }
  })
  return { webhook, secret }
}
