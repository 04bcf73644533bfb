/**
 * Turns pino's JSON lines into lines for a person at a terminal: time, level, message, then the other fields.
 * Own code on purpose: pino-pretty brings thirteen packages for what fits a screen here.
 */
import type { DestinationStream } from 'pino'
import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

const styles: Record<string, Style> = {
  trace: 'dim',
  debug: 'dim',
  info: 'cyan',
  warn: 'yellow',
  error: 'red',
  fatal: ['bold', 'red'],
}

export const readableLines = (destination: DestinationStream): DestinationStream => ({
  write: (line) => void destination.write(`${readable(line)}\n`),
})

function readable(line: string): string {
  const { time, level, msg, error, err, ...fields } = JSON.parse(line) as Record<string, unknown>
  const clock = String(time).slice(11, 23)
  const parts = [
    styleText('dim', clock),
    styleText(styles[String(level)] ?? 'dim', String(level).padEnd(5)),
    msg === undefined ? '' : String(msg),
    ...Object.entries(fields).map(([name, value]) => styleText('dim', `${name}=${asText(value)}`)),
  ]
  const trace = stackOf(error ?? err)
  return parts.filter(Boolean).join(' ') + (trace ? `\n${styleText('dim', trace)}` : '')
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** An error logged as `{ error }` is an object with a stack; anything else is shown as it is. */
function stackOf(error: unknown): string {
  if (error === undefined || error === null) return ''
  const stack = (error as { stack?: unknown }).stack
  return typeof stack === 'string' ? stack : asText(error)
}
