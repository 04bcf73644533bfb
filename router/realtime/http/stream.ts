import type { ServerResponse } from 'node:http'
import type { GraphQLFormattedError } from 'graphql'
import type { Backlog } from '../backlog.ts'
import type { RealtimeLimits } from '../limits.ts'
import type { RealtimeMetrics } from '../metrics.ts'
import { drained } from '../drained.ts'
import type { SharedResult } from '../engine/sharedResult.ts'
import type { Sink } from '../engine/sink.ts'
import type { StreamFormat } from './format.ts'

/** What streams share. */
export interface StreamParts {
  backlog: Backlog
  limits: Pick<RealtimeLimits, 'closeTimeoutMs' | 'streamStallMs'>
  metrics: Pick<RealtimeMetrics, 'failed'>
}

/** The answer to one operation over HTTP: results, and an end. */
export class HttpStream implements Sink {
  /** Its operation is no subscription: it is not interrupted, since it ends by itself. */
  endsByItself = false
  readonly #response: ServerResponse
  readonly #format: StreamFormat
  readonly #parts: StreamParts
  /** Bytes that its reader has taken, and since when it has been as many. */
  #taken = 0
  #takenAt = performance.now()

  constructor(response: ServerResponse, format: StreamFormat, parts: StreamParts) {
    this.#response = response
    this.#format = format
    this.#parts = parts
    response.writeHead(200, {
      'content-type': format.contentType,
      // What is one viewer's, and of a moment, is nothing to keep; and what is compressed on the way waits there.
      'cache-control': 'no-store, no-transform',
      // nginx would hold back what it takes for a page.
      'x-accel-buffering': 'no',
    })
    response.write(format.opening)
  }

  next(result: SharedResult): void {
    this.#write(this.#format.next(result.json))
  }

  error(errors: readonly GraphQLFormattedError[]): void {
    this.#parts.metrics.failed(errors)
    this.#end(this.#format.failure(errors))
  }

  /** Its router goes down: the client is told to come back, and when. It is no failure. */
  interrupt(errors: readonly GraphQLFormattedError[], retryAfterMs: number): void {
    this.#end(this.#format.interruption(errors, retryAfterMs))
  }

  complete(): void {
    this.#end(this.#format.completion)
  }

  beat(): void {
    this.#write(this.#format.beat)
    if (this.#isStalled()) this.cut()
  }

  /** Ends it without an end: a client takes the loss of its connection as a reason to come back. */
  cut(): void {
    this.#response.destroy()
  }

  drained(): Promise<void> | undefined {
    return drained(this.#response)
  }

  /** A dead or hanging reader would keep for ever what waits for it: there are no pongs here that say that it lives. */
  #isStalled(): boolean {
    const { socket, writableLength } = this.#response
    const [taken, now] = [(socket?.bytesWritten ?? 0) - writableLength, performance.now()]
    if (writableLength > 0 && taken === this.#taken) return now - this.#takenAt > this.#parts.limits.streamStallMs
    this.#taken = taken
    this.#takenAt = now
    return false
  }

  #write(text: string): void {
    if (this.#response.destroyed || this.#response.writableEnded) return
    this.#response.write(text)
    // It comes back and resumes with `after`.
    if (this.#parts.backlog.isTooMuch(this.#response)) this.cut()
  }

  /** A reader that does not even take the end is cut off: it would hold what waits for it, and its place. */
  #end(text: string): void {
    if (this.#response.destroyed || this.#response.writableEnded) return
    this.#response.end(text)
    const patience = setTimeout(() => this.cut(), this.#parts.limits.closeTimeoutMs).unref()
    this.#response.once('close', () => clearTimeout(patience))
  }
}
