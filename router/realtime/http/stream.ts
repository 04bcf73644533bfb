import type { ServerResponse } from 'node:http'
import type { GraphQLFormattedError } from 'graphql'
import type { Backlog } from '../backlog.ts'
import type { RealtimeMetrics } from '../metrics.ts'
import { drained } from '../drained.ts'
import type { SharedResult } from '../engine/sharedResult.ts'
import type { Sink } from '../engine/sink.ts'
import type { StreamFormat } from './format.ts'

/** The answer to one operation over HTTP: results, and an end. */
export class HttpStream implements Sink {
  readonly #response: ServerResponse
  readonly #format: StreamFormat
  readonly #backlog: Backlog
  readonly #metrics: Pick<RealtimeMetrics, 'failed'>

  constructor(
    response: ServerResponse,
    format: StreamFormat,
    { backlog, metrics }: { backlog: Backlog; metrics: Pick<RealtimeMetrics, 'failed'> },
  ) {
    this.#response = response
    this.#format = format
    this.#backlog = backlog
    this.#metrics = metrics
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
    this.#metrics.failed(errors)
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
