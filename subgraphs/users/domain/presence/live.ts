import type { PubSub } from '../../../../platform/events/pubsub.ts'
import type { KeyValue } from '../../../../platform/kv/kv.ts'
import { tellAccessChange } from '../../../../platform/subgraph/index.ts'
import { warnOccasionally, type Logger } from '../../../../platform/telemetry/index.ts'

/** Where presence is kept and told. */
export interface Live {
  readonly kv: KeyValue
  readonly pubsub: PubSub
  /** For what is told beside something that has happened anyway. */
  readonly warn: (facts: object, message: string) => void
}

export interface LiveParts {
  kv: KeyValue
  pubsub: PubSub
}

export const createLive = ({ kv, pubsub }: LiveParts, logger: Logger): Live => ({
  kv,
  pubsub,
  warn: warnOccasionally(logger),
})

/** What these two may see of each other has changed: routers ask anew before they show them anything more. */
export async function tellBlockChange({ pubsub, warn }: Live, userIds: readonly string[]): Promise<void> {
  try {
    await tellAccessChange(pubsub, { viewers: userIds })
  } catch (error) {
    warn({ error }, 'a block was not told to routers: those who come back to pub/sub ask anew')
  }
}
