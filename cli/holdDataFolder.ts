import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFile } from '../platform/database/index.ts'
import { ConfigurationError } from '../platform/errors.ts'

const ASK_EVERY_MS = 100

/**
 * Takes a data folder for this process: two of them on one folder would write to the same databases, and neither would hear of
 * the other's messages. One that was told to end may still be at it, and is waited for. Resolves with what gives the folder back.
 */
export async function holdDataFolder(folder: string, waitMs: number): Promise<() => void> {
  const until = Date.now() + waitMs
  for (;;) {
    const release = lockFile(join(folder, 'parley.lock'))
    if (release) return release
    if (Date.now() > until) {
      const advice = 'End it, or choose another folder: PARLEY_DATA=/a/folder npm start'
      throw new ConfigurationError(`Another Parley runs on the data in ${folder}. ${advice}`)
    }
    await sleep(ASK_EVERY_MS)
  }
}
