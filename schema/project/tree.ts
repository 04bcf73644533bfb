/** A state of the project's files: the working tree, or a commit. Paths are relative to its root, with `/`. */
export interface Tree {
  /** As people call it: `the working tree`, `main`. */
  readonly name: string
  /** The files that fit a path or a glob, in the order of their names; none where nothing fits. */
  files(pattern: string): string[]
  /** @throws WrongUse  the file cannot be read, or is too large */
  read(file: string): string
}

/** Schemas and operations are text that people write: a file above this is something else. */
export const MAX_FILE_BYTES = 10_000_000
export const MAX_FILES = 10_000

/** Has it anything that stands for more than itself? */
export const isPattern = (text: string): boolean => /[*?[{]/.test(text)
