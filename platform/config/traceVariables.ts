import { url, wholeNumber } from './fields.ts'
import { variable } from './variable.ts'

/** Where traces go. */
export const traceVariables = {
  PARLEY_TRACES_URL: variable(
    url('http:', 'https:').optional(),
    'Where traces are sent, as OTLP over HTTP: http://collector:4318/v1/traces',
    'nothing is traced',
  ),
  PARLEY_TRACES_PERCENT: variable(
    wholeNumber(0, 100).default(100),
    'Of the traces that begin here, so many of a hundred; a request that brings a traceparent decides by itself',
    '100',
  ),
}
