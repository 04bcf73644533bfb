import type { ServerResponse } from 'node:http'
import type { GraphQLFormattedError } from 'graphql'
import type { Backlog } from '../backlog.ts'
import { drained } from '../drained.ts'
import type { SharedResult } from '../engine/sharedResult.ts'
import type { Sink } from '../engine/sink.ts'
import type { StreamFormat } from './format.ts'

/** The answer to one operation over HTTP: results, and an end. */
export class HttpStream implements Sink {
  readonly #response: ServerResponse
  readonly #format: StreamFormat
  readonly #backlog: Backlog

  constructor(response: ServerResponse, format: StreamFormat, backlog: Backlog) {
    this.#response = response
    this.#format = format
    this.#backlog = backlog
    response.writeHead(200, {
      'content-type': format.contentType,
      'cache-control': 'no-cache, no-transform',
      // nginx would hold back what it takes for a page.
      'x-accel-buffering': 'no',
    })
    response.write(format.opening)
  }

  next(result: SharedResult): void {
    this.#write(this.#format.next(result.json))
  }

  error(errors: readonly GraphQLFormattedError[]): void {
    this.#end(this.#format.failure(errors))
  }

  complete(): void {
    this.#end(this.#format.completion)
  }

  beat(): void {
    this.#write(this.#format.beat)
  }

  /** Ends it without an end: a client takes the loss of its connection as a reason to come back. */
  cut(): void {
    this.#response.destroy()
  }

  drained(): Promise<void> | undefined {
    return drained(this.#response)
  }

  #write(text: string): void {
    if (this.#response.destroyed || this.#response.writableEnded) return
    this.#response.write(text)
    // It comes back and resumes with `after`.
    if (this.#backlog.isTooMuch(this.#response)) this.cut()
  }

  #end(text: string): void {
    if (!this.#response.destroyed && !this.#response.writableEnded) this.#response.end(text)
  }
}
