import type { Writable } from 'node:stream'

/**
 * What waits for the readers who are behind, of all connections together. One may have so much waiting as `ofOne` says; where
 * many are behind, only its share of `ofAll`: so a crowd that stalls takes no more memory than that.
 */
export class Backlog {
  readonly #behind = new Set<Writable>()
  readonly #ofOne: number
  readonly #ofAll: number

  /** Both in bytes. */
  constructor(ofOne: number, ofAll: number) {
    this.#ofOne = ofOne
    this.#ofAll = ofAll
  }

  /** Bytes that wait for those who are behind. */
  get bytes(): number {
    return [...this.#behind].reduce((sum, { writableLength }) => sum + writableLength, 0)
  }

  /** To be asked after a write: does more wait for this reader than may? */
  isTooMuch(stream: Writable): boolean {
    if (stream.writableNeedDrain && !this.#behind.has(stream)) this.#follow(stream)
    return stream.writableLength > Math.min(this.#ofOne, this.#ofAll / Math.max(1, this.#behind.size))
  }

  #follow(stream: Writable): void {
    this.#behind.add(stream)
    const caughtUp = () => {
      this.#behind.delete(stream)
      stream.off('drain', caughtUp).off('close', caughtUp)
    }
    stream.on('drain', caughtUp).on('close', caughtUp)
  }
}
