import {
  InvalidInput,
  LimitExceeded,
  NotFound,
  type ParleyError,
  UploadIncomplete,
} from '../../../../platform/errors.ts'
import { knownId } from '../../../../platform/input/index.ts'
import type { AttachedFile } from '../../../../platform/timeline/index.ts'
import type { AttachmentRow } from '../../store/files/attachments.ts'
import type { Draft } from '../draft.ts'

/** Files that one message may have. */
export const maxAttachments = 10

/** The files that drafts bring along, by id; `attachedFiles` notes those that are taken. */
export interface AttachableFiles {
  rows: ReadonlyMap<string, AttachmentRow>
  taken: Set<string>
}

/**
 * Ids of uploads, each once, in their order; undefined where there is none.
 * @throws LimitExceeded  more than 10
 * @throws InvalidInput   one twice
 * @throws NotFound       one that can be none
 */
export function checkedAttachments(given: readonly string[] | null | undefined): string[] | undefined {
  if (!given || given.length === 0) return undefined
  if (given.length > maxAttachments) throw new LimitExceeded(`A message has at most ${maxAttachments} attachments.`)
  const ids = given.map((id) => knownId(id) ?? noSuchUpload())
  if (new Set(ids).size < ids.length) throw new InvalidInput('attachmentIds names an upload twice.')
  return ids
}

/** What a new message tells of its files, or why it may not have them. */
export function attachedFiles(
  { senderId, attachmentIds = [], forwarded, held }: Draft,
  { rows, taken }: AttachableFiles,
): AttachedFile[] | ParleyError {
  const files = attachmentIds.flatMap((id) => rows.get(id) ?? [])
  const missing = files.length < attachmentIds.length
  // Whoever forwards may read the source, and shares its files while they are there.
  if (forwarded) return missing ? new NotFound('The message was deleted.') : files.map(told)
  const waiting = held ? ['HELD'] : ['PENDING', 'READY']
  const mine = ({ id, uploaderId, state }: AttachmentRow) =>
    uploaderId === senderId && waiting.includes(state) && !taken.has(id)
  if (missing || !files.every(mine)) return new NotFound(NONE)
  if (files.some(({ state }) => state === 'PENDING')) {
    return new UploadIncomplete('The bytes of an attachment are not all here. Finish its upload, then send again.')
  }
  for (const { id } of files) taken.add(id)
  return files.map(told)
}

const NONE = 'attachmentIds names no upload of yours that waits for a message.'
function noSuchUpload(): never {
  throw new NotFound(NONE)
}

/** What is told of a file. */
export const told = ({ thumbnailWidth, thumbnailHeight, ...row }: AttachmentRow): AttachedFile => {
  const { id, name, contentType, size, width, height } = row
  const thumbnail = thumbnailWidth && thumbnailHeight && { width: thumbnailWidth, height: thumbnailHeight }
  return { ...{ id, name, contentType, size, width, height }, ...(thumbnail && { thumbnail }) }
}
