import { chooseAnotherFolder, sqliteFault } from '../platform/database/index.ts'
import { knownError } from '../platform/errors.ts'

const FILE_FAULTS: Record<string, string> = {
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user',
  EROFS: 'is on a disk that can only be read',
  ENOSPC: 'is on a disk that is full',
  EEXIST: 'is a file, not a folder',
  ENOTDIR: 'is a file, not a folder',
  ENOENT: 'cannot be made there',
}

/** What a process that could not start tells its operator: what is missing, and what to do about it. */
export function explain(error: unknown): string {
  const known = knownError(error)
  if (known) return `${known.message}${reasonOf(known)}`
  const { code, message, stack, port, path, syscall } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. End that one, or choose another port: PORT=4001 npm start`
  }
  if (code === 'EACCES' && port !== undefined) return `This user may not listen on port ${port}. Choose one above 1023.`
  if (code !== undefined && path !== undefined && code in FILE_FAULTS && (code !== 'ENOENT' || syscall === 'mkdir')) {
    return `${path} ${FILE_FAULTS[code]}. ${chooseAnotherFolder}`
  }
  const fault = sqliteFault(error)
  if (fault) return `A database in the folder of the data ${fault} (${message}). ${chooseAnotherFolder}`
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${message}\nSee: npm run parley -- --help`
  return stack ?? String(error)
}

/** The first cause with a code, unless the error tells it already. */
function reasonOf({ message: told, cause }: Error): string {
  for (
    let at = cause as { code?: unknown; message?: unknown; cause?: unknown } | undefined;
    at;
    at = at.cause as never
  ) {
    if (typeof at.code !== 'string') continue
    const message = String(at.message ?? '')
    if (message !== '' && told.includes(message)) return ''
    return ` (${message.includes(at.code) ? message : [at.code, message].filter(Boolean).join(': ')})`
  }
  return ''
}
