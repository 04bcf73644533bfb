import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import type { PubSub } from '../../../platform/events/pubsub.ts'
import type { StateEvent } from '../../../platform/events/stateEvent.ts'
import type { KeyValue } from '../../../platform/kv/kv.ts'
import { createLimiter, type LimitStore } from '../../../platform/rateLimits/index.ts'
import { warnOccasionally, type Logger } from '../../../platform/telemetry/index.ts'
import { typingRate } from './limits.ts'

/** What is told live and kept nowhere, or with a lifetime only: typing, receipts, presence. */
export interface Live {
  readonly kv: KeyValue
  readonly pubsub: PubSub
  readonly typingLimiter: RateLimiterAbstract
  /** For what is told beside something that has happened anyway. */
  readonly warn: (facts: object, message: string) => void
}

export interface LiveParts {
  kv: KeyValue
  pubsub: PubSub
  logger: Logger
  /** Where calls are counted for all processes; unset: in this one. */
  limitStore?: LimitStore | undefined
}

export const createLive = ({ kv, pubsub, logger, limitStore }: LiveParts): Live => ({
  kv,
  pubsub,
  typingLimiter: createLimiter('typing', typingRate, limitStore),
  warn: warnOccasionally(logger),
})

/** @throws Unavailable  pub/sub cannot be reached */
export const tellState = ({ pubsub }: Live, state: StateEvent): Promise<void> =>
  pubsub.publish(state.topic, JSON.stringify(state))
