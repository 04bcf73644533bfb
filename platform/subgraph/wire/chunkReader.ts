const MAX_LINE = 8_192
const MAX_TRAILERS = 100
const SIZE = /^([\da-f]{1,8})[ \t]*(?:;.*)?$/i
const LINE_FEED = 0x0a

/** Takes the chunks of a body apart (RFC 9112, 7.1). */
export class ChunkReader {
  readonly #take: (part: Buffer) => void
  #expects: 'size' | 'data' | 'end of data' | 'trailer' = 'size'
  #left = 0
  #line = ''
  #trailers = 0
  isDone = false

  /** `take` gets parts of the body that are its own only during the call. */
  constructor(take: (part: Buffer) => void) {
    this.#take = take
  }

  /**
   * How many of these bytes belong to the body: all, until it is done.
   * @throws Error  it is malformed
   */
  read(bytes: Buffer): number {
    let at = 0
    while (at < bytes.length && !this.isDone)
      at = this.#expects === 'data' ? this.#data(bytes, at) : this.#text(bytes, at)
    return at
  }

  #data(bytes: Buffer, at: number): number {
    const end = Math.min(at + this.#left, bytes.length)
    this.#take(bytes.subarray(at, end))
    this.#left -= end - at
    if (this.#left === 0) this.#expects = 'end of data'
    return end
  }

  #text(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(LINE_FEED, at)
    this.#line += bytes.toString('latin1', at, end < 0 ? bytes.length : end)
    if (this.#line.length > MAX_LINE) throw new Error('The answer has a chunk without a size.')
    if (end < 0) return bytes.length
    const line = this.#line.endsWith('\r') ? this.#line.slice(0, -1) : this.#line
    this.#line = ''
    this.#takeLine(line)
    return end + 1
  }

  #takeLine(line: string): void {
    if (this.#expects === 'trailer') {
      if (line === '') this.isDone = true
      else if (++this.#trailers > MAX_TRAILERS) throw new Error('The answer has too many trailers.')
    } else if (this.#expects === 'end of data') {
      if (line !== '') throw new Error('The answer has a chunk of another size than it says.')
      this.#expects = 'size'
    } else {
      const size = SIZE.exec(line)?.[1]
      if (size === undefined) throw new Error('The answer has a chunk without a size.')
      this.#left = parseInt(size, 16)
      this.#expects = this.#left === 0 ? 'trailer' : 'data'
    }
  }
}
