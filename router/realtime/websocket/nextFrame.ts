const head = '{"id":'
const smallest = 126

/**
 * The WebSocket frame of one `next` message, made once for all operations whose ids are of one length: from one to the
 * next only the bytes of the id change. Frames of a server are whole, unmasked text (RFC 6455, 5.2).
 */
export class NextFrame {
  readonly #start: number
  #bytes: Buffer
  #isKept = false

  /** `idLength`: the bytes of the id in quotes. `tail`: the message after it. */
  constructor(idLength: number, tail: string) {
    const length = head.length + idLength + Buffer.byteLength(tail)
    const header = headerLength(length)
    this.#bytes = Buffer.allocUnsafe(header + length)
    writeHeader(this.#bytes, length)
    this.#bytes.write(head, header, 'latin1')
    this.#start = header + head.length
    this.#bytes.write(tail, this.#start + idLength, 'utf8')
  }

  /** The frame for this id. The same bytes serve the next id, unless `keep` is called before. */
  of(quotedId: string): Buffer {
    if (this.#isKept) {
      this.#bytes = Buffer.from(this.#bytes)
      this.#isKept = false
    }
    this.#bytes.write(quotedId, this.#start, 'utf8')
    return this.#bytes
  }

  /** The last frame still waits to be written, so its bytes must stay. */
  keep(): void {
    this.#isKept = true
  }
}

const headerLength = (length: number): number => (length < smallest ? 2 : length < 65_536 ? 4 : 10)

function writeHeader(bytes: Buffer, length: number): void {
  bytes[0] = 0x81 // the last frame of a message, which is text
  if (length < smallest) bytes[1] = length
  else if (length < 65_536) {
    bytes[1] = 126
    bytes.writeUInt16BE(length, 2)
  } else {
    bytes[1] = 127
    bytes.writeBigUInt64BE(BigInt(length), 2)
  }
}
