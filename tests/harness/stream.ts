import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Message, Person } from './person.ts'
import type { Place } from './place.ts'
import { until } from '../../platform/time/until.ts'

/** Between two messages of one sender: a brisk talk, not a load test. */
const paceMs = 10
const retryMs = 50

/**
 * Several people who send one message after the other until told to stop. As an app does, each sends a message again, with
 * its clientMessageId, until it is acknowledged; when one router does not take it, at the next one.
 */
export class Stream {
  readonly acknowledged: Message[] = []
  /** Why messages had to be sent again. */
  readonly failures: string[] = []
  readonly #places: readonly Place[]
  readonly #senders: Promise<void>[]
  #stopping = false
  #abandoned = false

  private constructor(senders: readonly Person[], conversationId: string, places: readonly Place[]) {
    this.#places = places
    this.#senders = senders.map((sender, index) => this.#send(sender, conversationId, index))
  }

  /** Each sender begins at another one of the places. */
  static start(senders: readonly Person[], conversationId: string, places: readonly Place[]): Stream {
    return new Stream(senders, conversationId, places)
  }

  /** Waits until so many more are acknowledged than are now. */
  async more(count: number): Promise<void> {
    const enough = this.acknowledged.length + count
    await until(
      () => this.acknowledged.length >= enough,
      () => `${this.acknowledged.length} of ${enough} sends were acknowledged; ${this.failures.slice(-3).join('; ')}`,
    )
  }

  /** Resolves with all acknowledged messages, in the order of `seq`, when the last ones are. */
  async stop(): Promise<Message[]> {
    this.#stopping = true
    await Promise.all(this.#senders)
    return this.acknowledged.toSorted((a, b) => a.seq - b.seq)
  }

  /** Ends it where it stands, after a test that failed. */
  abandon(): void {
    this.#stopping = this.#abandoned = true
  }

  async #send(sender: Person, conversationId: string, first: number): Promise<void> {
    let door = first
    for (let n = 1; !this.#stopping; n += 1) {
      const [text, clientMessageId] = [`${sender.name} ${n}`, randomUUID()]
      for (let sent = false; !sent && !this.#abandoned;) {
        try {
          const place = this.#places[door % this.#places.length]!
          this.acknowledged.push(await sender.at(place).send(conversationId, text, clientMessageId))
          sent = true
        } catch (error) {
          this.failures.push(String(error))
          door += 1
          await delay(retryMs)
        }
      }
      await delay(paceMs)
    }
  }
}
