import { DatabaseSync } from 'node:sqlite'
import { openFile } from './openFile.ts'

const BUSY = 5

/**
 * Takes a file for this process alone: the lock that SQLite itself uses, which ends with the process, however that ends. Returns
 * what gives it back and has to be kept until then; undefined where somebody has it. Nothing is written to the file.
 */
export function lockFile(file: string): (() => void) | undefined {
  const database = openFile(file, (path) => new DatabaseSync(path, { timeout: 0 }))
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === BUSY) return undefined
    throw error
  }
  return () => database.close()
}
