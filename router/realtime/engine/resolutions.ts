import type { Resolved } from './resolveOnce.ts'

/**
 * What is being resolved for a group, each event once, however many wait for it. A resolution that was left by all it was
 * for is no word on what those get who came meanwhile: for them it begins anew.
 */
export class Resolutions<Key> {
  readonly #all = new Map<Key, Promise<Resolved>>()
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
      const others = this.#all.get(key)
      const resolved = await (others ?? this.#keep(key, begin()))
      if (!others || !resolved.isForsaken || !isWanted()) return resolved
    }
  }

  clear(): void {
    this.#all.clear()
  }

  #keep(key: Key, resolution: Promise<Resolved>): Promise<Resolved> {
    this.#all.set(key, resolution)
    if (this.#all.size > this.#bound) this.#all.delete(this.#all.keys().next().value!)
    void resolution.then(({ whole }) => {
      if (!(whole && this.#areKept()) && this.#all.get(key) === resolution) this.#all.delete(key)
    })
    return resolution
  }
}
