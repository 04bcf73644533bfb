/** Traces: what a request did, in which process, and where its time went. */
export { activeTrace, inTrace } from './activeTrace.ts'
export { openTracing, type TracingOptions } from './openTracing.ts'
export type { Span, SpanAttributes, SpanKind, SpanOptions, Tracing } from './tracing.ts'
