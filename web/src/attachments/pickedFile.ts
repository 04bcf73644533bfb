import type { FilePartsFragment } from '../generated.ts'

/** A file that will go with what is being written. */
export interface PickedFile {
  key: string
  /** When it was picked, in ms since 1970: no two at once. */
  at: number
  file: File
  /** What it is on the server, once it is there. */
  sent: FilePartsFragment | null
}
