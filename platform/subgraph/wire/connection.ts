import { connect, type Socket } from 'node:net'
import { AnswerReader } from './answerReader.ts'
import { ConnectionFailed, type Call } from './call.ts'

/** Where a server listens: a host and its port, or the path of a unix socket. */
export type Target = { host: string; port: number } | { path: string }

/** Hears what becomes of a connection. */
export interface ConnectionOwner {
  /** It may take another request. */
  free(connection: Connection): void
  /** It is gone. */
  gone(connection: Connection): void
}

/** What a server is taken to keep a connection that says nothing, and the longest that it is believed. */
const KEPT_MS = 5_000
const KEPT_MS_AT_MOST = 600_000
/** A request that is sent while the server closes the connection is lost: it is given up before. */
const MARGIN_MS = 1_000
const KEEP_ALIVE_MS = 60_000
const READ_BYTES = 65_536

/**
 * What is read stays here only until its reader has returned. Windows reads ahead into it, and so needs one for each
 * connection.
 */
const shared = Buffer.allocUnsafeSlow(READ_BYTES)
const readBuffer = () => (process.platform === 'win32' ? Buffer.allocUnsafeSlow(READ_BYTES) : shared)

/** One kept connection, with one request at a time. */
export class Connection {
  readonly #socket: Socket
  readonly #owner: ConnectionOwner
  readonly #maxBytes: number
  readonly #stop = () => void this.#socket.destroy()
  #call: Call | undefined
  #reader: AnswerReader | undefined
  #error: unknown
  /** By `performance.now()`: later, it is not used again. */
  usableUntil = Infinity

  /** Connects. `maxBytes`: of an answer. */
  constructor(target: Target, maxBytes: number, owner: ConnectionOwner) {
    this.#owner = owner
    this.#maxBytes = maxBytes
    const onread = { buffer: readBuffer(), callback: (size: number, bytes: Uint8Array) => this.#read(size, bytes) }
    this.#socket = connect({ ...target, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS, onread })
    this.#socket.on('error', (error) => (this.#error = error))
    this.#socket.on('end', () => this.#end())
    this.#socket.on('close', () => this.#close())
  }

  send(call: Call): void {
    this.#call = call
    this.#reader = new AnswerReader(this.#maxBytes)
    call.sent(this.#stop)
    this.#socket.write(call.text, call.isAscii ? 'latin1' : 'utf8')
  }

  destroy(): void {
    this.#socket.destroy()
  }

  #read(size: number, buffer: Uint8Array): boolean {
    // A server that says something unasked is not to be trusted with the next request.
    if (!this.#reader) this.#socket.destroy()
    else {
      try {
        if (this.#reader.read((buffer as Buffer).subarray(0, size))) this.#finish(this.#reader)
      } catch (error) {
        this.#socket.destroy(error as Error)
      }
    }
    return true
  }

  /** Free before its call hears of the answer: what is asked next may take this connection, which is warm. */
  #finish(reader: AnswerReader): void {
    const call = this.#call!
    const keeps = reader.keeps
    this.#call = this.#reader = undefined
    // It answered before it had the whole request.
    if (!keeps || this.#socket.writableLength > 0 || this.#socket.destroyed) this.#socket.destroy()
    else {
      const keptMs = Math.min(keeps.ms ?? KEPT_MS, KEPT_MS_AT_MOST)
      this.usableUntil = performance.now() + Math.max(keptMs - MARGIN_MS, 0)
      this.#owner.free(this)
    }
    call.answered(reader.status, reader.text())
  }

  #end(): void {
    if (this.#reader?.end()) this.#finish(this.#reader)
    else this.#socket.destroy()
  }

  #close(): void {
    const [call, reader] = [this.#call, this.#reader]
    this.#call = this.#reader = undefined
    this.#owner.gone(this)
    call?.failed(new ConnectionFailed('The connection ended before the answer.', !reader?.isBegun, this.#error))
  }
}
