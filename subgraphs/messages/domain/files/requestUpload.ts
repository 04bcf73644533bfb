import { v7 as uuidv7 } from 'uuid'
import { LimitExceeded } from '../../../../platform/errors.ts'
import type { Identity } from '../../../../platform/identity/viewer.ts'
import { countUnused, insertAttachment } from '../../store/files/attachments.ts'
import { announcedFile } from './announcedFile.ts'
import type { Files } from './createFiles.ts'

/** Uploads of one user that are in no message. */
export const maxUnused = 100
/** How long an upload waits for its bytes, and then for its message. */
export const UNUSED_MS = 24 * 60 * 60 * 1000

export interface Upload {
  attachmentId: string
  url: string
  expiresAt: number
}

/**
 * Makes room for a file, which is then sent to `url` by PUT. It goes if no message has it within 24 hours.
 * @throws InvalidInput, FileTooLarge  what is said of the file
 * @throws RateLimited    too many uploads or bytes
 * @throws LimitExceeded  100 uploads of theirs are in no message
 */
export async function requestUpload(
  { database, urls, limits, maxBytes }: Files,
  { userId }: Identity,
  input: { name: string; contentType: string; size: number; sha256?: string | null },
): Promise<Upload> {
  const file = announcedFile(input, maxBytes)
  await limits.ask(userId, file.size)
  // Not counted under a lock: two at once may make one more, which does no harm.
  if ((await countUnused(database, userId, Date.now())) >= maxUnused) {
    throw new LimitExceeded(`At most ${maxUnused} uploads may wait for a message. Send or discard some first.`)
  }
  const createdAt = Date.now()
  const expiresAt = createdAt + UNUSED_MS
  const id = uuidv7()
  await insertAttachment(database, { ...file, id, uploaderId: userId, state: 'PENDING', createdAt, expiresAt })
  return { attachmentId: id, url: await urls.toWrite(id, userId, expiresAt), expiresAt }
}
