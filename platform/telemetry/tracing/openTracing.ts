import { isSpanContextValid, ROOT_CONTEXT, SpanKind as Kind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Context, SpanContext, Tracer } from '@opentelemetry/api'
import type { Span, SpanKind, SpanOptions, Tracing } from './tracing.ts'

export interface TracingOptions {
  /** Where a collector takes OTLP over HTTP, as in `http://collector:4318/v1/traces`. */
  url: string
  /** Of the traces that begin here, so many of a hundred are written down. Those that come with a request are as it says. */
  percent: number
  /** What this process is, as in `parley router`. */
  service: string
}

const TRACEPARENT = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/
const kinds: Record<SpanKind, Kind> = {
  server: Kind.SERVER,
  client: Kind.CLIENT,
  producer: Kind.PRODUCER,
  consumer: Kind.CONSUMER,
  internal: Kind.INTERNAL,
}

/**
 * Traces by OpenTelemetry, sent in batches. Its SDK is loaded here only: a process that traces nothing does without. What
 * waits to be sent is bounded (2,048 spans); above it, and while the collector is away, spans are dropped.
 */
export async function openTracing({ url, percent, service }: TracingOptions): Promise<Tracing> {
  const [sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const provider = new sdk.BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(percent / 100) }),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  })
  const tracer = provider.getTracer('parley')
  return {
    start: (name, options) => startSpan(tracer, name, options),
    close: () => provider.shutdown().catch(() => undefined), // A collector that is away keeps no process from ending.
  }
}

function startSpan(tracer: Tracer, name: string, { kind, parent, attributes = {}, startedAt }: SpanOptions): Span {
  const options = { kind: kinds[kind], attributes, ...(startedAt === undefined ? {} : { startTime: startedAt }) }
  const span = tracer.startSpan(name, options, contextOf(parent))
  return {
    traceparent: traceparentOf(span.spanContext()),
    end({ failure, attributes: more } = {}) {
      if (more) span.setAttributes(more)
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure })
      span.end()
    },
  }
}

/** A traceparent that is none begins a new trace, as the specification asks. */
function contextOf(traceparent: string | undefined): Context {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent ?? '') ?? []
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
  return isSpanContextValid(parent) ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT
}

const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext) => `00-${traceId}-${spanId}-0${traceFlags & 1}`
