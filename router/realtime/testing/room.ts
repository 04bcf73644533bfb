import { InvalidInput } from '../../../platform/errors.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { TopicOpening } from '../../../platform/subgraph/topics.ts'

/** One topic: what happened, in order, and who may know. */
export class Room {
  readonly name: string
  readonly events: TopicEvent[] = []
  /** Undefined: everybody may. */
  members: Set<string> | undefined
  /** Events before this position are no longer in the log. */
  forgottenUpTo = 0

  constructor(name: string) {
    this.name = name
  }

  get topic(): string {
    return `news:${this.name}`
  }

  append(text: string, endsFor?: string[], more: Pick<TopicEvent, 'follows' | 'leaves'> = {}): TopicEvent {
    const rev = this.events.length + 1
    const payload = { __typename: 'Story', rev, text }
    const event: TopicEvent = { topic: this.topic, rev, payload, ...(endsFor ? { endsFor } : {}), ...more }
    this.events.push(event)
    return event
  }

  open(after: number | undefined, limit: number): TopicOpening {
    const rev = this.events.length
    if (after === undefined) return { rev, events: [], more: false }
    if (after > rev) throw new InvalidInput('`after` is ahead of the log.')
    if (after < this.forgottenUpTo) {
      const resync = { topic: this.topic, rev, payload: { __typename: 'Resync', rev } }
      return { rev, events: [resync], more: false }
    }
    const events = this.events.slice(after, after + limit)
    return { rev, events, more: after + limit < rev }
  }
}

/** The rooms that there are. */
export interface Rooms {
  readonly rooms: ReadonlyMap<string, Room>
  /** That of this name; made where there is none. */
  room(name: string): Room
  /** Rooms that a digest names at most: those in which most has happened. */
  readonly roomsInDigest: number
}
