import { backOffMs } from '../../../client/realtime/backOff.ts'
import { pause, type OnWake } from '../../../client/realtime/wake.ts'
import type { InboxFilter, InboxQuery } from '../generated.ts'
import type { ConversationRow } from './conversationRow.ts'

export type InboxPage = InboxQuery['inbox']

export interface InboxState {
  /** Conversations that are known, archived ones among them: their rows say which those are. */
  ids: readonly string[]
  isLoaded: boolean
  hasMore: boolean
  hasMoreArchived: boolean
}

export interface InboxSurroundings {
  load(filter: InboxFilter, page: { first: number; after: string | null; position: boolean }): Promise<InboxPage>
  takeRow(row: ConversationRow): void
  /** Hears of everything from `position` on, in place of what it heard before. */
  listen(position: string): void
  onWake: OnWake
}

const pageSize = 30

/**
 * Which conversations the viewer has. What is in them is the cache's; their order is that of their pins and activity. The
 * first page comes with the position from which on the stream of events keeps all of it current.
 */
export class Inbox {
  #state: InboxState = { ids: [], isLoaded: false, hasMore: false, hasMoreArchived: true }
  readonly #cursors: Partial<Record<InboxFilter, string | null>> = {}
  readonly #listeners = new Set<() => void>()
  readonly #stopped = new AbortController()
  readonly #surroundings: InboxSurroundings
  /** Known from an earlier page only. */
  readonly #recalled = new Set<string>()
  #loading: Promise<void> | undefined

  constructor(surroundings: InboxSurroundings) {
    this.#surroundings = surroundings
  }

  readonly current = (): InboxState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads the front, again and again until it comes, and listens from there. Also when the stream has to begin anew. */
  start(): Promise<void> {
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined))
    return this.#loading
  }

  stop(): void {
    this.#stopped.abort()
  }

  async loadMore(): Promise<void> {
    const page = await this.#page('ALL', this.#cursors.ALL ?? null)
    this.#take(page, { hasMore: page.pageInfo.hasNextPage })
  }

  /** The first of the archived ones, then the next. */
  async loadArchived(): Promise<void> {
    const page = await this.#page('ARCHIVED', this.#cursors.ARCHIVED ?? null)
    this.#take(page, { hasMoreArchived: page.pageInfo.hasNextPage })
  }

  /** What an earlier page had, to be shown until the server has answered. */
  recall(ids: readonly string[]): void {
    if (this.#state.isLoaded) return
    for (const id of ids) this.#recalled.add(id)
    this.#set({ ...this.#state, ids: [...new Set([...this.#state.ids, ...ids])], isLoaded: true })
  }

  add(id: string): void {
    if (!this.#state.ids.includes(id)) this.#set({ ...this.#state, ids: [...this.#state.ids, id] })
  }

  remove(id: string): void {
    this.#set({ ...this.#state, ids: this.#state.ids.filter((known) => known !== id) })
  }

  async #load(): Promise<void> {
    for (let attempt = 0; !this.#stopped.signal.aborted; attempt++) {
      const page = await this.#page('ALL', null, true).catch(() => null)
      if (this.#stopped.signal.aborted) return
      if (page) {
        this.#forget(page)
        this.#take(page, { isLoaded: true, hasMore: page.pageInfo.hasNextPage })
        if (page.position) this.#surroundings.listen(page.position)
        return
      }
      await pause(backOffMs(attempt), this.#surroundings.onWake, this.#stopped.signal)
    }
  }

  /**
   * What was known before the front was read may be archived by now, or left. Where the front is all there is, nothing else
   * is in the inbox; where it is not, what an earlier page had waits until it is read again.
   */
  #forget({ pageInfo }: InboxPage): void {
    const ids = pageInfo.hasNextPage ? this.#state.ids.filter((id) => !this.#recalled.has(id)) : []
    this.#recalled.clear()
    delete this.#cursors.ARCHIVED
    this.#state = { ...this.#state, ids, hasMoreArchived: true }
  }

  async #page(filter: InboxFilter, after: string | null, position = false): Promise<InboxPage> {
    const page = await this.#surroundings.load(filter, { first: pageSize, after, position })
    this.#cursors[filter] = page.pageInfo.endCursor
    return page
  }

  #take({ edges }: InboxPage, change: Partial<InboxState>): void {
    for (const { node } of edges) this.#surroundings.takeRow(node)
    const ids = new Set([...this.#state.ids, ...edges.map(({ node }) => node.id)])
    this.#set({ ...this.#state, ...change, ids: [...ids] })
  }

  #set(state: InboxState): void {
    this.#state = state
    for (const listener of [...this.#listeners]) listener()
  }
}
