import { Follower, type FollowerSurroundings } from './follower.ts'

interface Followed {
  follower: Follower
  readers: number
  timelineReaders: number
}

/** Follows each conversation once, however many parts of the page show it, and stops with the last of them. */
export class Followers {
  readonly #followed = new Map<string, Followed>()
  readonly #surroundings: FollowerSurroundings & { store: { rest(id: string): void } }

  constructor(surroundings: FollowerSurroundings & { store: { rest(id: string): void } }) {
    this.#surroundings = surroundings
  }

  has(id: string): boolean {
    return this.#followed.has(id)
  }

  /** Follows until the function that comes back is called. */
  follow(id: string, { timeline }: { timeline: boolean }): () => void {
    const followed = this.#followed.get(id) ?? this.#begin(id)
    followed.readers += 1
    if (timeline && followed.timelineReaders++ === 0) followed.follower.openTimeline()
    let released = false
    return () => {
      if (released) return
      released = true
      this.#release(id, followed, timeline)
    }
  }

  stopAll(): void {
    for (const { follower } of this.#followed.values()) follower.stop()
    this.#followed.clear()
  }

  #begin(id: string): Followed {
    const followed = { follower: new Follower(id, this.#surroundings), readers: 0, timelineReaders: 0 }
    this.#followed.set(id, followed)
    followed.follower.start()
    return followed
  }

  #release(id: string, followed: Followed, timeline: boolean): void {
    if (timeline && --followed.timelineReaders === 0) {
      followed.follower.closeTimeline()
      this.#surroundings.store.rest(id)
    }
    if (--followed.readers > 0) return
    followed.follower.stop()
    if (this.#followed.get(id) === followed) this.#followed.delete(id)
  }
}
