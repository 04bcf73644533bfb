import { InvalidInput } from '../../../../platform/errors.ts'
import {
  deleteWebhook as deleteRow,
  updateWebhook as updateRow,
  type WebhookView,
} from '../../store/webhooks/webhooks.ts'
import type { Actor, Conversations } from '../conversations.ts'
import { changeWebhook } from './changeWebhook.ts'
import { webhookName } from './createWebhook.ts'
import { checkedEventTypes } from './eventTypes.ts'
import { newWebhookSecret } from './secret.ts'
import { webhookUrl } from './webhookUrl.ts'

const DAY_S = 24 * 60 * 60
const MAX_OVERLAP_S = 7 * DAY_S

/** What is left out stays; `eventTypes` null: all. @throws Forbidden, InvalidInput */
export async function updateWebhook(
  conversations: Conversations,
  actor: Actor,
  {
    webhookId,
    name,
    url,
    eventTypes,
  }: { webhookId: string; name?: string | null; url?: string | null; eventTypes?: readonly string[] | null },
): Promise<WebhookView> {
  const changes = {
    ...(name ? { name: webhookName(name) } : {}),
    ...(url ? { url: webhookUrl(url, conversations.webhookEndpoints) } : {}),
    ...(eventTypes === undefined ? {} : { eventTypes: checkedEventTypes(eventTypes) }),
  }
  return changeWebhook(conversations, actor, webhookId, ({ tx }, { id }) => updateRow(tx, id, changes))
}

/** @throws Forbidden */
export async function deleteWebhook(conversations: Conversations, actor: Actor, webhookId: string): Promise<string> {
  return (await changeWebhook(conversations, actor, webhookId, ({ tx }, webhook) => deleteRow(tx, webhook))).id
}

/**
 * Gives a webhook another secret. For so many seconds deliveries are signed with the former one too.
 * @throws Forbidden, InvalidInput
 */
export async function rotateWebhookSecret(
  conversations: Conversations,
  actor: Actor,
  { webhookId, overlapSeconds = DAY_S }: { webhookId: string; overlapSeconds?: number },
): Promise<{ webhook: WebhookView; secret: string }> {
  if (overlapSeconds < 0 || overlapSeconds > MAX_OVERLAP_S) {
    throw new InvalidInput(`overlapSeconds must be from 0 to ${MAX_OVERLAP_S}.`)
  }
  const secret = newWebhookSecret()
  const formerSecretUntil = conversations.now() + overlapSeconds * 1_000
  const webhook = await changeWebhook(conversations, actor, webhookId, ({ tx }, { id, secret: formerSecret }) =>
    updateRow(tx, id, { secret, formerSecret, formerSecretUntil }),
  )
  return { webhook, secret }
}

/** Nothing is delivered until it is resumed; the cursor stays. @throws Forbidden */
export const pauseWebhook = (conversations: Conversations, actor: Actor, webhookId: string): Promise<WebhookView> =>
  changeWebhook(conversations, actor, webhookId, ({ tx }, { id }) =>
    updateRow(tx, id, { state: 'PAUSED', pausedBecause: 'BY_HAND', nextAt: null }),
  )

/** Goes on where it stood, at once, and in the name of whoever resumes it. @throws Forbidden */
export const resumeWebhook = (conversations: Conversations, actor: Actor, webhookId: string): Promise<WebhookView> =>
  changeWebhook(conversations, actor, webhookId, ({ tx }, { id }) =>
    updateRow(tx, id, {
      ...{ state: 'ACTIVE', pausedBecause: null, ownerId: actor.userId },
      ...{ failures: 0, nextAt: conversations.now() },
    }),
  )

/**
 * Delivers again from this position on, in order; a later one skips what lies before it. One that is paused stays so.
 * @throws Forbidden
 * @throws InvalidInput  a place that the change log does not have
 */
export const replayWebhook = (
  conversations: Conversations,
  actor: Actor,
  { webhookId, from }: { webhookId: string; from: number },
): Promise<WebhookView> =>
  changeWebhook(conversations, actor, webhookId, async ({ tx, head }, { id, generation, state }) => {
    if (from <= head.floorRev || from > head.rev + 1) {
      throw new InvalidInput(`from must be from ${head.floorRev + 1} to ${head.rev + 1}, where the change log stands.`)
    }
    const nextAt = state === 'ACTIVE' ? conversations.now() : null
    await updateRow(tx, id, { rev: from - 1, generation: generation + 1, failures: 0, nextAt })
  })
