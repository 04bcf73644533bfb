import type { Database } from '../../../platform/database/index.ts'
import type { Publisher } from '../../../platform/timeline/index.ts'
import type { Live } from './live.ts'
import type { UserDirectory } from './users.ts'
import type { WebhookEndpoints } from './webhooks/webhookUrl.ts'

/** What the conversations domain stands on. */
export interface Conversations {
  readonly database: Database
  readonly publisher: Publisher
  readonly users: UserDirectory
  /** Where webhooks may go. */
  readonly webhookEndpoints: WebhookEndpoints
  readonly live: Live
  /** Milliseconds since 1970. */
  now(): number
}

/** Who asks for a change, with the token by which other subgraphs know them too. */
export interface Actor {
  readonly userId: string
  /** The `Authorization` header of the request. */
  readonly authorization: string | undefined
}
