import { ChunkReader } from './chunkReader.ts'
import { readHead, type AnswerHead } from './answerHead.ts'

const MAX_HEAD_BYTES = 32_768
const END_OF_HEAD = Buffer.from('\r\n\r\n')

/**
 * Reads one answer of HTTP/1.1 from bytes as they come. Bytes are its own only during a call: what it needs later it
 * copies.
 */
export class AnswerReader {
  readonly #maxBytes: number
  #head: AnswerHead | undefined
  /** Bytes of a head that has not ended. */
  #before: Buffer | undefined
  #parts: Buffer[] = []
  #size = 0
  #chunks: ChunkReader | undefined
  #text: string | undefined
  #surplus = false

  /** `maxBytes`: of the body. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get status(): number {
    return this.#head?.status ?? 0
  }

  /** Has anything come of it? */
  get isBegun(): boolean {
    return this.#head !== undefined || this.#before !== undefined
  }

  /** May the connection be used again? How long its server keeps it then, in milliseconds, where it says so. */
  get keeps(): { ms: number | undefined } | undefined {
    const head = this.#head
    const isDelimited = head !== undefined && (head.length !== undefined || head.chunked || hasNoBody(head.status))
    return isDelimited && head.keeps && !this.#surplus ? { ms: head.keepMs } : undefined
  }

  /** The body, once `read` or `end` were true. */
  text(): string {
    return (this.#text ??= Buffer.concat(this.#parts).toString())
  }

  /**
   * True when the answer is complete.
   * @throws Error  it is malformed, or too large
   */
  read(bytes: Buffer): boolean {
    return this.#head ? this.#readBody(this.#head, bytes) : this.#readHead(bytes)
  }

  /** The connection has ended. True: and so has the answer. */
  end(): boolean {
    const head = this.#head
    return head !== undefined && head.length === undefined && !head.chunked
  }

  #readHead(given: Buffer): boolean {
    const bytes = this.#before ? Buffer.concat([this.#before, given]) : given
    const end = bytes.indexOf(END_OF_HEAD)
    if (end < 0 ? bytes.length > MAX_HEAD_BYTES : end > MAX_HEAD_BYTES)
      throw new Error('The answer has a head too long.')
    if (end < 0) {
      this.#before = Buffer.from(bytes)
      return false
    }
    const head = readHead(bytes.toString('latin1', 0, end))
    const rest = bytes.subarray(end + END_OF_HEAD.length)
    if (head.status < 200) {
      // Only a beginning, as 103 is. The bytes are another's after this call.
      if (head.status === 101) throw new Error('The answer is of another protocol.')
      this.#before = undefined
      return rest.length > 0 && this.#readHead(rest)
    }
    this.#head = head
    if (head.length !== undefined && head.length > this.#maxBytes) throw this.#tooLarge()
    if (hasNoBody(head.status) || head.length === 0) {
      this.#surplus = rest.length > 0
      this.#text = ''
      return true
    }
    return rest.length > 0 && this.#readBody(head, rest)
  }

  #readBody({ length, chunked }: AnswerHead, bytes: Buffer): boolean {
    if (chunked) return this.#readChunks(bytes)
    // The whole in one piece is read where it lies.
    if (length !== undefined && this.#size === 0 && bytes.length >= length) {
      this.#surplus = bytes.length > length
      this.#text = bytes.toString('utf8', 0, length)
      return true
    }
    const taken = length === undefined ? bytes : bytes.subarray(0, length - this.#size)
    this.#keep(taken)
    this.#surplus = taken.length < bytes.length
    return this.#size === length
  }

  #readChunks(bytes: Buffer): boolean {
    this.#chunks ??= new ChunkReader((part) => this.#keep(part))
    const read = this.#chunks.read(bytes)
    this.#surplus = read < bytes.length
    return this.#chunks.isDone
  }

  #keep(part: Buffer): void {
    this.#size += part.length
    if (this.#size > this.#maxBytes) throw this.#tooLarge()
    this.#parts.push(Buffer.from(part))
  }

  #tooLarge = () => new Error(`The answer is larger than ${this.#maxBytes} bytes.`)
}

const hasNoBody = (status: number) => status === 204 || status === 304
