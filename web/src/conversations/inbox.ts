import type { InboxQuery } from '../generated.ts'
import { backOffMs } from '../realtime/backOff.ts'
import { pause, type OnWake } from '../realtime/wake.ts'
import type { ConversationRow } from './applyEvent.ts'

export interface InboxState {
  ids: readonly string[]
  isLoaded: boolean
  hasMore: boolean
}

export interface InboxSurroundings {
  load(first: number, after: string | null): Promise<InboxQuery['conversations']>
  takeRow(row: ConversationRow): void
  onWake: OnWake
  isVisible(): boolean
}

const pageSize = 30
/** Nothing tells a client that it was added to a group, so the first page is read again from time to time. */
const lookAgainMs = 15_000

/** Which conversations the viewer has. What is in them is the cache's; their order is that of their activity. */
export class Inbox {
  #state: InboxState = { ids: [], isLoaded: false, hasMore: false }
  #cursor: string | null = null
  readonly #listeners = new Set<() => void>()
  readonly #stopped = new AbortController()
  readonly #surroundings: InboxSurroundings

  constructor(surroundings: InboxSurroundings) {
    this.#surroundings = surroundings
  }

  readonly current = (): InboxState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Loads the first page, again and again until it comes, and looks for new conversations until stopped. */
  async start(): Promise<void> {
    for (let attempt = 0; !this.#stopped.signal.aborted;) {
      const done = !this.#surroundings.isVisible() || (await this.refresh())
      attempt = done ? 0 : attempt + 1
      await pause(done ? lookAgainMs : backOffMs(attempt), this.#surroundings.onWake, this.#stopped.signal)
    }
  }

  stop(): void {
    this.#stopped.abort()
  }

  /** Reads the first page; false when it could not be read. */
  async refresh(): Promise<boolean> {
    const isFirst = !this.#state.isLoaded
    const page = await this.#surroundings.load(pageSize, null).catch(() => null)
    if (!page || this.#stopped.signal.aborted) return false
    if (isFirst) this.#cursor = page.pageInfo.endCursor
    this.#take(page, isFirst ? page.pageInfo.hasNextPage : this.#state.hasMore)
    return true
  }

  async loadMore(): Promise<void> {
    const page = await this.#surroundings.load(pageSize, this.#cursor)
    this.#cursor = page.pageInfo.endCursor
    this.#take(page, page.pageInfo.hasNextPage)
  }

  add(id: string): void {
    if (!this.#state.ids.includes(id)) this.#set({ ...this.#state, ids: [...this.#state.ids, id] })
  }

  remove(id: string): void {
    this.#set({ ...this.#state, ids: this.#state.ids.filter((known) => known !== id) })
  }

  #take({ edges }: InboxQuery['conversations'], hasMore: boolean): void {
    for (const { node } of edges) this.#surroundings.takeRow(node)
    const ids = new Set([...this.#state.ids, ...edges.map(({ node }) => node.id)])
    const { isLoaded, ids: before } = this.#state
    if (isLoaded && ids.size === before.length && hasMore === this.#state.hasMore) return
    this.#set({ ids: [...ids], isLoaded: true, hasMore })
  }

  #set(state: InboxState): void {
    this.#state = state
    for (const listener of [...this.#listeners]) listener()
  }
}
