import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./drawThumbnail.ts', import.meta.url))
/** A thumbnail has some 50 kB. */
const mostBytes = 1_048_576
const mostWords = 1_000

export interface Drawing {
  /** Null where it was killed. */
  status: number | null
  thumbnail: Buffer
  /** What it had to say. */
  words: string
}

/** Runs the program that draws, for so long at most. Rejects where it cannot be started, or `signal` ends it. */
export async function runDrawing(
  picture: Readable,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<Drawing> {
  const child = spawn(process.execPath, [program], {
    stdio: 'pipe',
    env: {},
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    signal,
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  try {
    return await converse(child, picture, ended)
  } finally {
    // Where it could not be started for want of files, it has not even pipes, and says so later.
    ended.catch(() => undefined)
    picture.destroy()
  }
}

/** Hands the picture over and takes what comes, until the program ends. */
async function converse(
  child: ChildProcessWithoutNullStreams,
  picture: Readable,
  ended: Promise<number | null>,
): Promise<Drawing> {
  const parts: Buffer[] = []
  let words = ''
  let bytes = 0
  child.stdout.on('data', (part: Buffer) => {
    bytes += part.length
    if (bytes > mostBytes) child.kill('SIGKILL')
    else parts.push(part)
  })
  child.stderr.on('data', (part: Buffer) => (words = (words + part.toString()).slice(0, mostWords)))
  // It may end before it has read all: how it ended says why. What breaks off is no picture any more.
  pipeline(picture, child.stdin).catch(() => child.stdin.destroy())
  const status = await ended
  return { status: bytes > mostBytes ? null : status, thumbnail: Buffer.concat(parts), words }
}
