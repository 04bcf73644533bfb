/** Where a bot, the webhooks of a conversation, and one webhook are shown. */
export const botPath = (id: string): string => `/settings/bots?bot=${encodeURIComponent(id)}`
export const webhooksPath = (conversationId: string): string =>
  `/settings/webhooks?conversation=${encodeURIComponent(conversationId)}`
export const webhookPath = (id: string): string => `/settings/webhooks?webhook=${encodeURIComponent(id)}`
