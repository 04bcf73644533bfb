import { knownError } from '../platform/errors.ts'

/** What a process that could not start tells its operator: what is missing, and what to do about it. */
export function explain(error: unknown): string {
  const known = knownError(error)
  if (known) return `${known.message}${reasonOf(known.cause)}`
  const { code, message, stack, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. End that one, or choose another port: PORT=4001 npm start`
  }
  if (code === 'EACCES' && port !== undefined) return `This user may not listen on port ${port}. Choose one above 1023.`
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${message}\nSee: npm run parley -- --help`
  return stack ?? String(error)
}

function reasonOf(cause: unknown): string {
  for (
    let at = cause as { code?: unknown; message?: unknown; cause?: unknown } | undefined;
    at;
    at = at.cause as never
  ) {
    if (typeof at.code === 'string') return ` (${at.code}${at.message ? `: ${String(at.message)}` : ''})`
  }
  return ''
}
