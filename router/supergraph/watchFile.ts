import { readFile, stat } from 'node:fs/promises'
import type { Logger } from '../../platform/telemetry/index.ts'

export interface FileWatch {
  close(): void
}

/**
 * Calls `changed` with the text of a file whenever it is another than `text`. It looks at the file every so often, since
 * what tells of changes misses files that are swapped by a link, as Kubernetes does. A file that cannot be read, or is
 * empty as in the middle of being written, is looked at again.
 */
export function watchFile(
  file: string,
  { text, everyMs, logger }: { text: string; everyMs: number; logger: Logger },
  changed: (text: string) => void,
): FileWatch {
  let known = text
  let seen = ''
  let unreadable = false
  let closed = false
  let timer: NodeJS.Timeout

  const look = async (): Promise<void> => {
    const { mtimeMs, size, ino } = await stat(file)
    const mark = `${mtimeMs} ${size} ${ino}`
    if (mark === seen) return
    const read = await readFile(file, 'utf8')
    seen = mark
    if (closed || read === known || read.trim() === '') return
    known = read
    changed(read)
  }
  const lookAgain = (): void => {
    timer = setTimeout(() => {
      look()
        .then(() => (unreadable = false))
        .catch((error: unknown) => {
          if (!unreadable) logger.error({ error, file }, 'a watched file cannot be read: what was read last counts on')
          unreadable = true
        })
        .finally(() => closed || lookAgain())
    }, everyMs).unref()
  }
  lookAgain()
  return {
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
