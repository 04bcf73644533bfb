import type { PubSub } from '../events/pubsub.ts'

/**
 * What some viewers may see has changed: a membership ended, a block was made. Routers withhold the states that these
 * subscriptions would get, and ask the owner of each again. It is told before the change is acknowledged, so that nothing
 * that is told afterwards reaches them (I6).
 */
export interface AccessChange {
  /** Everything that these viewers follow. */
  viewers?: readonly string[]
  /** Everybody who follows one of these state topics. */
  topics?: readonly string[]
}

export const ACCESS_CHANNEL = 'access:changed'

/** @throws Unavailable  pub/sub cannot be reached: routers that come back to it ask for everything anew */
export const tellAccessChange = (pubsub: Pick<PubSub, 'publish'>, change: AccessChange): Promise<void> =>
  pubsub.publish(ACCESS_CHANNEL, JSON.stringify(change))

/** Undefined where the text is no such change. */
export function readAccessChange(text: string): AccessChange | undefined {
  try {
    const { viewers = [], topics = [] } = JSON.parse(text) as { viewers?: unknown; topics?: unknown }
    const areTexts = [viewers, topics].every(
      (list) => Array.isArray(list) && list.every((one) => typeof one === 'string'),
    )
    return areTexts ? { viewers: viewers as string[], topics: topics as string[] } : undefined
  } catch {
    return undefined
  }
}
