import type { OneWebhookQuery } from './generated.ts'

/** The outgoing webhook whose page is open. */
export type OpenWebhook = NonNullable<OneWebhookQuery['webhook']>
