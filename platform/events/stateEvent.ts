import type { TopicEvent } from './topicEvent.ts'

/**
 * What one key of a state topic is now, as it travels over pub/sub to every router, and as an opening tells it. State has no
 * log: of one key only the newest counts, so a message that was missed is made good by the next one or by the next opening.
 */
export interface StateEvent extends TopicEvent {
  /** What of the topic it is about, as a user's id. States of different keys have no order among each other. */
  key: string
  /** Of two states of one key the greater is the newer: the store's clock (`KeyValue`), or a count that only grows. */
  rev: number
  /** So many milliseconds after it was told the state is over, unless a newer one comes; `then` takes its place. */
  lastsMs?: number
  then?: TopicEvent['payload']
  /**
   * Only in an opening: the last that this viewer gets of the topic, for whom the others of the same opening stay open. Other
   * states of the topic are not shown to them, until another opening says otherwise.
   */
  ends?: boolean
  /**
   * Only in an opening: this viewer is not shown this key of the topic, until another opening says otherwise. `payload` is told
   * instead where they have seen another state of it.
   */
  withheld?: boolean
}
