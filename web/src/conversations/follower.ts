import type { Observable, Subscription } from 'rxjs'
import { errorOf } from '../../../client/apollo/errorOf.ts'
import { backOffMs } from '../../../client/realtime/backOff.ts'
import { pause, type OnWake } from '../../../client/realtime/wake.ts'
import type { ConversationState, Outcome } from './applyEvent.ts'
import type { ConversationEvent } from './conversationEvent.ts'
import type { Snapshot } from './conversationStore.ts'

/** What following needs from the cache, the server and the application; tests bring their own. */
export interface FollowerSurroundings {
  store: {
    read(id: string): ConversationState | null
    /** True for what was kept from an earlier visit: shown at once, but not what events go on from. */
    isOld(id: string): boolean
    replace(snapshot: Snapshot): void
    apply(id: string, event: ConversationEvent): Outcome
  }
  events(id: string, after: number): Observable<ConversationEvent>
  snapshot(id: string, timeline: boolean): Promise<Snapshot>
  /** Told of each event once, after it was applied. */
  onApplied(id: string, event: ConversationEvent): void
  /** The viewer may not see the conversation (any more). */
  onEnded(id: string): void
  viewerId: string
  onWake: OnWake
}

const endsAccess = (code: string): boolean => code === 'FORBIDDEN' || code === 'NOT_FOUND'

/** More than this many events during one snapshot: a newer snapshot is cheaper than holding them. */
const maxHeld = 500

/**
 * Keeps one conversation's cached state current: snapshot, then events after its `rev`, again a snapshot where the
 * events have a gap. Events that arrive while a snapshot is on its way are held and applied after it.
 */
export class Follower {
  readonly #id: string
  readonly #on: FollowerSurroundings
  readonly #stopped = new AbortController()
  #held: ConversationEvent[] | null = null
  #subscription: Subscription | undefined
  #wantsTimeline = false
  #attempt = 0
  /** The newest position seen on the stream: a snapshot that is older is taken again. */
  #newest = 0

  constructor(id: string, surroundings: FollowerSurroundings) {
    this.#id = id
    this.#on = surroundings
  }

  start(): void {
    const state = this.#on.store.read(this.#id)
    if (state && !this.#on.store.isOld(this.#id)) this.#listen(state.row.rev)
    // Whoever wants the messages says so by then: without them, those that are shown already would go.
    else queueMicrotask(() => void this.#resync())
  }

  stop(): void {
    this.#stopped.abort()
    this.#subscription?.unsubscribe()
  }

  /** Makes sure that the messages are there, and stay current with the rest. */
  openTimeline(): void {
    this.#wantsTimeline = true
    if (this.#lacksTimeline()) void this.#resync()
  }

  closeTimeline(): void {
    this.#wantsTimeline = false
  }

  #lacksTimeline(): boolean {
    return this.#wantsTimeline && !this.#on.store.read(this.#id)?.timeline
  }

  #listen(after: number): void {
    this.#subscription?.unsubscribe()
    let removed = false
    this.#subscription = this.#on.events(this.#id, after).subscribe({
      next: (event) => {
        this.#attempt = 0
        this.#newest = Math.max(this.#newest, event.rev)
        removed = event.__typename === 'MemberRemoved' && event.user.id === this.#on.viewerId
        if (!this.#held) return this.#take(event)
        if (this.#held.length < maxHeld) this.#held.push(event)
      },
      error: (error: unknown) => void this.#onRefused(errorOf(error).code),
      complete: () => (removed ? this.#on.onEnded(this.#id) : void this.#listenAgain()),
    })
  }

  #take(event: ConversationEvent): void {
    const { kind } = this.#on.store.apply(this.#id, event)
    if (kind === 'applied') this.#on.onApplied(this.#id, event)
    if (kind === 'gap') void this.#resync()
  }

  /** A stream that ended without a reason (a server that went) goes on from where the state stands. */
  async #listenAgain(): Promise<void> {
    await this.#pause()
    const state = this.#on.store.read(this.#id)
    if (state && !this.#stopped.signal.aborted) this.#listen(state.row.rev)
  }

  async #onRefused(code: string): Promise<void> {
    if (endsAccess(code)) return this.#on.onEnded(this.#id)
    // Our position is none that the server knows (a restored database, say): begin anew.
    this.#subscription = undefined
    this.#newest = 0
    await this.#pause()
    await this.#resync()
  }

  async #resync(): Promise<void> {
    if (this.#held || this.#stopped.signal.aborted) return
    this.#held = []
    try {
      const snapshot = await this.#on.snapshot(this.#id, this.#wantsTimeline)
      if (this.#stopped.signal.aborted) return
      this.#on.store.replace(snapshot)
    } catch (error) {
      this.#held = null
      if (endsAccess(errorOf(error).code)) return this.#on.onEnded(this.#id)
      await this.#pause()
      return this.#resync()
    }
    this.#attempt = 0
    this.#release()
  }

  #release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const event of held) this.#take(event)
    const state = this.#on.store.read(this.#id)
    if (!state) return
    if (!this.#subscription) this.#listen(state.row.rev)
    const isBehind = state.row.rev < this.#newest
    if (isBehind || this.#lacksTimeline()) void this.#pause().then(() => this.#resync())
  }

  async #pause(): Promise<void> {
    await pause(backOffMs(this.#attempt++), this.#on.onWake, this.#stopped.signal)
  }
}
