import { knownId } from '../../../../platform/input/index.ts'
import { findWebhook, type WebhookView } from '../../store/webhooks/webhooks.ts'
import { changeConversation, requireActor, type Change } from '../changeConversation.ts'
import type { Actor, Conversations } from '../conversations.ts'
import { notAMember } from '../permissions.ts'

/**
 * Changes a webhook, as one who manages those of its conversation. Resolves with it as it is then.
 * @throws Forbidden  no such webhook, not a member, or a role that may not
 */
export async function changeWebhook(
  conversations: Conversations,
  { userId }: Actor,
  given: string,
  work: (change: Change, webhook: WebhookView) => Promise<void>,
): Promise<WebhookView> {
  const found = await webhookNamed(conversations, given)
  if (!found) throw notAMember()
  return changeConversation(conversations, found.conversationId, async (change) => {
    await requireActor(change, userId, 'manage webhooks')
    const webhook = await findWebhook(change.tx, found.id)
    if (!webhook) throw notAMember()
    await work(change, webhook)
    return (await findWebhook(change.tx, found.id)) ?? webhook
  })
}

export async function webhookNamed({ database }: Conversations, given: string): Promise<WebhookView | undefined> {
  const id = knownId(given)
  return id === undefined ? undefined : findWebhook(database, id)
}
