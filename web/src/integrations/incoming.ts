import type { ConversationIncomingWebhooksQuery } from './generated.ts'

type Connection = NonNullable<ConversationIncomingWebhooksQuery['conversation']['incomingWebhooks']>

/** An incoming webhook, as the list shows it. */
export type Incoming = Connection['edges'][number]['node']
