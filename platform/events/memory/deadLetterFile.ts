import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import type { DeadLetter } from '../log.ts'

/** Dead letters in an append-only file, one JSON document a line. */
export class DeadLetterFile {
  private readonly path: string

  constructor(path: string) {
    this.path = path
  }

  /** Resolves once the letter is on the disk. */
  async add(letter: DeadLetter): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true })
    const file = await open(this.path, 'a')
    try {
      // The newline before it: a line that a crash left unfinished must not swallow this one.
      await file.appendFile(`\n${JSON.stringify(letter)}\n`)
      await file.datasync()
    } finally {
      await file.close()
    }
  }

  /** The newest `limit` letters, oldest first. */
  async newest(limit: number): Promise<DeadLetter[]> {
    const letters: DeadLetter[] = []
    try {
      for await (const line of createInterface({ input: createReadStream(this.path), crlfDelay: Infinity })) {
        const letter = parse(line)
        if (letter) letters.push(letter)
        if (letters.length > limit) letters.shift()
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    return letters
  }
}

function parse(line: string): DeadLetter | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as DeadLetter)
  } catch {
    return undefined
  }
}
