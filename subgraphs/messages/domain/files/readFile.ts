import type { Readable } from 'node:stream'
import { NotFound } from '../../../../platform/errors.ts'
import type { ByteRange } from '../../../../platform/objects/index.ts'
import { knownId } from '../../../../platform/input/index.ts'
import type { AttachmentRow } from '../../store/files/attachments.ts'
import { readReadable } from '../../store/files/readReadable.ts'
import type { Files } from './createFiles.ts'

/** Bytes that somebody may read, and how to get them. */
export interface WantedFile {
  name: string
  contentType: string
  /** Bytes. */
  size: number
  /** Says that they are the same as before. */
  version: string
  open(range?: ByteRange): Promise<Readable>
}

/**
 * A file, or its thumbnail, for whoever may read a message that has it, and for its sender before there is one. Membership, and
 * what the viewer has cleared or hidden, is asked at each request: whoever was removed gets nothing more (I6).
 * @throws NotFound     there is none for them: one answer, whether it is not there or not theirs
 * @throws Unavailable  the object store cannot be reached
 */
export async function readFile(
  { database, objects }: Files,
  userId: string,
  { id: given, isThumbnail }: { id: string; isThumbnail: boolean },
): Promise<WantedFile> {
  const id = knownId(given)
  const row = id ? await readReadable(database, id, userId, Date.now()) : undefined
  const stored = row && (isThumbnail ? thumbnailOf(row) : fileOf(row))
  if (!stored) throw noSuchFile()
  const { key, ...wanted } = stored
  return {
    ...wanted,
    async open(range) {
      const bytes = await objects.get(key, range)
      if (!bytes) throw noSuchFile()
      return bytes
    },
  }
}

type Stored = Omit<WantedFile, 'open'> & { key: string }

const fileOf = ({ objectKey: key, name, contentType, size, sha256 }: AttachmentRow): Stored | undefined =>
  key === null ? undefined : { key, name, contentType, size, version: sha256! }

const thumbnailOf = ({ thumbnailKey: key, thumbnailSize: size, name, sha256 }: AttachmentRow): Stored | undefined =>
  key === null || size === null
    ? undefined
    : {
        key,
        size,
        name: `${name.replace(/\.[^.]*$/, '')}.webp`,
        contentType: 'image/webp',
        version: `${sha256}-thumbnail`,
      }

const noSuchFile = () => new NotFound('There is no such file for you.')
