import { dirname } from 'node:path'
import { ConfigurationError } from '../../errors.ts'
import { makeFolder } from '../../makeFolder.ts'

/** What SQLite says of a file that it cannot use (https://sqlite.org/rescode.html), for whoever can change that. */
const FAULTS: Record<number, string> = {
  8: 'may not be written by this user',
  11: 'is damaged',
  13: 'is on a disk that is full',
  14: 'cannot be opened by this user',
  26: 'is not a database of Parley',
}

/** What to do where the folder of the data cannot be used. */
export const chooseAnotherFolder = 'Choose another folder for the data: PARLEY_DATA=/a/folder npm start'

/** What SQLite complains of, where it is the file and not the statement: "… may not be written by this user". */
export function sqliteFault(error: unknown): string | undefined {
  const { errcode } = (error ?? {}) as { errcode?: number }
  // The lowest byte says what it is; the others, why.
  return errcode === undefined ? undefined : FAULTS[errcode & 0xff]
}

/**
 * What `open` makes of a database file, whose folder is made where it is missing. Where SQLite cannot use the file, the error says
 * why and what to do.
 */
export function openFile<T>(file: string, open: (file: string) => T): T {
  makeFolder(dirname(file))
  try {
    return open(file)
  } catch (cause) {
    const fault = sqliteFault(cause)
    if (fault === undefined) throw cause
    throw new ConfigurationError(`${file} ${fault}. ${chooseAnotherFolder}`, { cause })
  }
}
