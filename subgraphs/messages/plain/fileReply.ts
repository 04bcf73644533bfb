import { Readable } from 'node:stream'
import type { PlainReply, PlainRequest } from '../../../platform/subgraph/index.ts'
import type { WantedFile } from '../domain/files/index.ts'
import { byteRange } from './byteRange.ts'

/** What a browser may show by itself. None of these can run a script; anything else is saved. */
const shown = new Set([
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'],
  ...['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav', 'audio/webm', 'video/mp4', 'video/webm'],
])

/**
 * Somebody else's file, under our origin. Whatever it is, it gets an origin of its own, runs nothing, loads nothing and
 * embeds nothing, and is taken for nothing but what it is called.
 */
const harmless = {
  'content-security-policy':
    "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

/** The bytes of a file, or of the part that was asked for, or that the client has them already. */
export async function fileReply(
  { name, contentType, size, version, open }: WantedFile,
  { method, headers: asked }: PlainRequest,
  { download }: { download: boolean },
): Promise<PlainReply> {
  const etag = `"${version}"`
  const kept = { etag, 'cache-control': 'private, max-age=600', ...harmless }
  if (asked['if-none-match']?.split(/\s*,\s*/).includes(etag)) return { status: 304, headers: kept, body: nothing }
  const headers = {
    ...kept,
    'content-type': contentType,
    'accept-ranges': 'bytes',
    'content-disposition': `${shown.has(contentType) && !download ? 'inline' : 'attachment'}; ${fileName(name)}`,
  }
  const isSame = asked['if-range'] === undefined || asked['if-range'] === etag
  const range = isSame ? byteRange(asked['range'], size) : undefined
  if (range === 'unsatisfiable') {
    return { status: 416, headers: { ...kept, 'content-range': `bytes */${size}` }, body: nothing }
  }
  const length = String(range ? range.last - range.first + 1 : size)
  const part: Record<string, string> = range ? { 'content-range': `bytes ${range.first}-${range.last}/${size}` } : {}
  const all = { ...headers, ...part, 'content-length': length }
  if (method === 'HEAD') return { status: range ? 206 : 200, headers: all, body: Readable.from([]) }
  return { status: range ? 206 : 200, headers: all, body: await open(range) }
}

const nothing = Buffer.alloc(0)

/** The name for old and new clients (RFC 6266, RFC 8187): nothing of it can end the header or the name. */
const fileName = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${exact}`
}
