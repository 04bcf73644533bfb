import type { Resolved } from './resolved.ts'

/**
 * What is being resolved for a group, each event once, however many wait for it. A resolution that was left by all it was
 * for is no word on what those get who came meanwhile: for them it begins anew.
 */
export class Resolutions<Key> {
  /** Undefined while there is none: a Map that comes and goes all the time ties its old tables together (`UnderWay` says how). */
  #all: Map<Key, Promise<Resolved>> | undefined
  readonly #bound: number
  readonly #areKept: () => boolean

  /** While `areKept`, at most `bound` whole results stay for those who ask for the same event a moment later. */
  constructor(bound = Infinity, areKept: () => boolean = () => false) {
    this.#bound = bound
    this.#areKept = areKept
  }

  /** `begin` resolves it, unless that is under way; `isWanted`: somebody still waits for this answer. */
  async resolve(key: Key, begin: () => Promise<Resolved>, isWanted: () => boolean): Promise<Resolved> {
    for (;;) {
      const others = this.#all?.get(key)
      const resolved = await (others ?? this.#keep(key, begin()))
      if (!others || !resolved.isForsaken || !isWanted()) return resolved
    }
  }

  clear(): void {
    this.#all = undefined
  }

  #keep(key: Key, resolution: Promise<Resolved>): Promise<Resolved> {
    const all = (this.#all ??= new Map())
    all.set(key, resolution)
    if (all.size > this.#bound) all.delete(all.keys().next().value!)
    void resolution.then(({ whole }) => {
      if (!(whole && this.#areKept())) this.#drop(key, resolution)
    })
    return resolution
  }

  #drop(key: Key, resolution: Promise<Resolved>): void {
    if (this.#all?.get(key) !== resolution) return
    this.#all.delete(key)
    if (this.#all.size === 0) this.#all = undefined
  }
}
