import type { ApolloClient } from '@apollo/client'
import { PresenceDocument, type PresenceSubscription } from '../generated.ts'
import { followState } from '../live/followState.ts'

export type Presence = NonNullable<PresenceSubscription['presenceChanged']['presence']>

/** What one subscription takes. */
const mostAtOnce = 100
/** A list that is shown asks for many at once. */
const gatherMs = 300

/** The presence of those whom the page shows now, by as few subscriptions as it takes. */
export class PresenceStore {
  readonly #client: ApolloClient
  readonly #listeners = new Map<string, Set<() => void>>()
  readonly #presences = new Map<string, Presence | null>()
  #followed = new Set<string>()
  #stops: (() => void)[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(client: ApolloClient) {
    this.#client = client
  }

  /** Null: not known, or not for the viewer. */
  get(userId: string): Presence | null {
    return this.#presences.get(userId) ?? null
  }

  watch(userId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(userId) ?? new Set()
    this.#listeners.set(userId, listeners.add(listener))
    this.#gather()
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(userId)
      this.#gather()
    }
  }

  #gather(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#follow([...this.#listeners.keys()])
    }, gatherMs)
  }

  /** Those whom nobody shows any more are followed on while there is room: lists scroll back. */
  #follow(wanted: string[]): void {
    const isNews = wanted.some((id) => !this.#followed.has(id))
    if (!isNews && wanted.length > 0) return
    this.#stops.forEach((stop) => stop())
    this.#followed = new Set(wanted)
    this.#stops = []
    for (let from = 0; from < wanted.length; from += mostAtOnce) {
      const userIds = wanted.slice(from, from + mostAtOnce)
      this.#stops.push(followState(this.#client, PresenceDocument, { userIds }, (data) => this.#take(data)))
    }
  }

  #take({ presenceChanged: { user, presence } }: PresenceSubscription): void {
    this.#presences.set(user.id, presence ?? null)
    this.#listeners.get(user.id)?.forEach((listener) => listener())
  }
}
