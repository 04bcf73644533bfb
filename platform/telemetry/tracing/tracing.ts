/** What kind of work a span is, by the words of OpenTelemetry. */
export type SpanKind = 'server' | 'client' | 'producer' | 'consumer' | 'internal'

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

export interface SpanOptions {
  kind: SpanKind
  /** The traceparent of what this is a part of. Undefined, or none: it begins a trace of its own. */
  parent?: string | undefined
  attributes?: SpanAttributes
  /** Milliseconds since 1970. Default now. */
  startedAt?: number
}

/** One piece of work in a trace. */
export interface Span {
  /** Its place, as a W3C traceparent (https://www.w3.org/TR/trace-context/), for whoever goes on with the work. */
  readonly traceparent: string
  /** `failure`: why it failed; never what a client sent. */
  end(result?: { failure?: string | undefined; attributes?: SpanAttributes }): void
}

/** Writes down what a request did and where its time went, over all processes. */
export interface Tracing {
  start(name: string, options: SpanOptions): Span
  /** Resolves when what was written down is sent, or was given up. */
  close(): Promise<void>
}
