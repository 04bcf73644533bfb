import type { Readable } from 'node:stream'
import { NotFound } from '../../../../platform/errors.ts'
import type { ByteRange } from '../../../../platform/objects/index.ts'
import { knownId } from '../../../../platform/input/index.ts'
import type { AttachmentRow } from '../../store/files/attachments.ts'
import { readReadable } from '../../store/files/readReadable.ts'
import type { Files } from './createFiles.ts'

/** A file that somebody may read, and how to get its bytes. */
export interface WantedFile {
  file: AttachmentRow
  open(range?: ByteRange): Promise<Readable>
}

/**
 * A file, for whoever may read a message that has it, and for its sender before there is one. Membership, and what the viewer
 * has cleared or hidden, is asked at each request: whoever was removed gets nothing more (I6).
 * @throws NotFound     there is none for them: one answer, whether it is not there or not theirs
 * @throws Unavailable  the object store cannot be reached
 */
export async function readFile({ database, objects }: Files, userId: string, given: string): Promise<WantedFile> {
  const id = knownId(given)
  const file = id ? await readReadable(database, id, userId, Date.now()) : undefined
  if (!file?.objectKey) throw noSuchFile()
  const { objectKey } = file
  return {
    file,
    async open(range) {
      const bytes = await objects.get(objectKey, range)
      if (!bytes) throw noSuchFile()
      return bytes
    },
  }
}

const noSuchFile = () => new NotFound('There is no such file for you.')
