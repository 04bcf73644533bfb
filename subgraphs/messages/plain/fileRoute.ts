import { BadRequest, NotFound } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import {
  jsonReply,
  requireScope,
  viewerOf,
  type PlainReply,
  type PlainRequest,
} from '../../../platform/subgraph/index.ts'
import { readFile, receiveUpload, told } from '../domain/files/index.ts'
import { fileReply } from './fileReply.ts'
import type { PlainParts } from './plainParts.ts'

/** `PUT /files/{id}` with the bytes of an upload, `GET` or `HEAD` for those of an attachment; with `thumbnail=1` for those of its thumbnail. */
export async function fileRoute(
  parts: PlainParts,
  request: PlainRequest,
  url: URL,
  [given]: readonly string[],
): Promise<PlainReply> {
  const id = knownId(given!)
  if (!id) throw new NotFound('There is no such file for you.')
  return request.method === 'PUT' ? receive(parts, request, url, id) : give(parts, request, url, id)
}

/** The address is the authorization: it was made for one upload of one user. */
async function receive({ files }: PlainParts, request: PlainRequest, url: URL, attachmentId: string) {
  if (!request.stream) throw new BadRequest('Send the bytes of the file as the body.')
  const userId = await files.urls.userOf('write', attachmentId, url.searchParams)
  const file = await receiveUpload(files, {
    ...{ attachmentId, userId, body: request.stream },
    contentLength: request.headers['content-length'],
    contentType: request.headers['content-type'],
  })
  return jsonReply(200, { attachment: { thumbnail: null, ...told(file), sha256: file.sha256 } })
}

async function give(parts: PlainParts, request: PlainRequest, url: URL, id: string): Promise<PlainReply> {
  const userId = await readerOf(parts, request, url, id)
  const isThumbnail = url.searchParams.get('thumbnail') === '1'
  const wanted = await readFile(parts.files, userId, { id, isThumbnail })
  return fileReply(wanted, request, { download: url.searchParams.get('download') === '1' })
}

/** Whoever the address was made for, or whose token came with it. */
async function readerOf({ files, verifier }: PlainParts, request: PlainRequest, url: URL, id: string): Promise<string> {
  if (url.searchParams.has('signature')) return files.urls.userOf('read', id, url.searchParams)
  const viewer = await viewerOf(request.authorization, verifier)
  requireScope(viewer, 'MESSAGES_READ')
  return viewer.required().userId
}
