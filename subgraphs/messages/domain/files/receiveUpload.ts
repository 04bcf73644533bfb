import { finished, type Readable } from 'node:stream'
import { NotFound, UploadIncomplete, UploadMismatch } from '../../../../platform/errors.ts'
import { ObjectIncomplete } from '../../../../platform/objects/index.ts'
import { type AttachmentRow, completeUpload, readAttachment } from '../../store/files/attachments.ts'
import { bringForward } from '../../store/files/doomedObjects.ts'
import { mediaType } from './announcedFile.ts'
import type { Files } from './createFiles.ts'
import { inspect } from './inspection.ts'
import { keepThumbnail } from './keepThumbnail.ts'
import { newObject } from './newObject.ts'
import { pictureSize } from './picture.ts'

export interface ReceivedUpload {
  attachmentId: string
  userId: string
  body: Readable
  /** As the request says, where it does. */
  contentLength: string | undefined
  contentType: string | undefined
}

/**
 * Takes the bytes of an announced file, checking size, type and hash as they pass; nothing is ever whole in memory. Again is the
 * same: once they are here, what is sent is not looked at. An upload that broke off may be sent again, from its beginning.
 * @throws NotFound          nothing was announced under this id, or its time is over
 * @throws UploadMismatch    what came is not what was announced
 * @throws UploadIncomplete  it broke off
 * @throws RateLimited       too many of the user's uploads are under way
 * @throws Unavailable       the object store cannot be reached
 */
export async function receiveUpload(files: Files, upload: ReceivedUpload): Promise<AttachmentRow> {
  const { database, limits } = files
  const file = await readAttachment(database, upload.attachmentId)
  if (file?.uploaderId !== upload.userId || (file.expiresAt ?? Infinity) <= Date.now()) throw noSuchUpload()
  if (file.state !== 'PENDING') return file
  requireAnnounced(file, upload)
  const { end } = limits.begin(upload.userId)
  try {
    return await store(files, file, upload.body)
  } finally {
    end()
  }
}

const noSuchUpload = () => new NotFound('No upload waits here. It may have expired: ask for another one.')

function requireAnnounced({ size, contentType }: AttachmentRow, upload: ReceivedUpload): void {
  if (upload.contentLength !== undefined && Number(upload.contentLength) !== size) {
    throw new UploadMismatch(`The file was announced with ${size} bytes.`)
  }
  // Whatever sends bytes without looking at them calls them so.
  const given = upload.contentType ?? 'application/octet-stream'
  if (given !== 'application/octet-stream' && mediaType(given) !== contentType) {
    throw new UploadMismatch(`The file was announced as ${contentType}.`)
  }
}

async function store(files: Files, file: AttachmentRow, body: Readable): Promise<AttachmentRow> {
  const { database, objects } = files
  const key = await newObject(database)
  const written = [key]
  try {
    const { stream, head, digest } = inspect()
    // Also where the client has gone before anybody looked.
    finished(body, { writable: false }, (error) => error && stream.destroy(error))
    await objects.put(key, body.pipe(stream), file.size)
    const [sha256, picture] = [digest(), pictureSize(file.contentType, head())]
    if (file.sha256 !== null && file.sha256 !== sha256) throw new UploadMismatch('The file has another SHA-256.')
    const thumbnail = picture && (await keepThumbnail(files, { ...picture, size: file.size, objectKey: key }))
    if (thumbnail) written.push(thumbnail.thumbnailKey)
    const kept = await completeUpload(database, file.id, { objectKey: key, sha256, ...picture, ...thumbnail })
    if (kept) return kept
    throw noSuchUpload()
  } catch (error) {
    await bringForward(database, written, Date.now()).catch(() => undefined)
    // Another attempt was here first.
    const now = error instanceof NotFound ? await readAttachment(database, file.id) : undefined
    if (now && now.state !== 'PENDING') return now
    throw toRefusal(error, file, body)
  }
}

function toRefusal(error: unknown, { size }: AttachmentRow, body: Readable): unknown {
  if (!(error instanceof ObjectIncomplete)) return error
  // It came to its end, but not with the bytes that were announced; or there were more than that.
  const ended = body.readableEnded || !body.errored
  if (ended) return new UploadMismatch(`The file was announced with ${size} bytes.`)
  return new UploadIncomplete('The upload broke off. Send the file again.')
}
