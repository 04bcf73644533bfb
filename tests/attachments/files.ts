/** Files as an app sends and reads them. For the suites. */
import { createHash } from 'node:crypto'
import { deflateSync, crc32 } from 'node:zlib'
import type { Person } from '../harness/person.ts'

export interface Sent {
  id: string
  name: string
  contentType: string
  size: number
  width: number | null
  height: number | null
  url: string
  thumbnail: { width: number; height: number; url: string } | null
}
export interface Upload {
  attachmentId: string
  url: string
  expiresAt: string
}

export const ATTACHMENT = 'id name contentType size width height url thumbnail { width height url }'
export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** A PNG of one colour, of this size, as any encoder would write it. */
export function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 120)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

export interface Announced {
  name?: string
  contentType?: string
  size?: number
  sha256?: string
}

export const REQUEST = `mutation ($input: RequestUploadInput!) {
  requestUpload(input: $input) { upload { attachmentId url expiresAt } } }`

export async function announce(person: Person, bytes: Buffer, more: Announced = {}): Promise<Upload> {
  const input = { name: 'notes.txt', contentType: 'text/plain', size: bytes.length, ...more }
  return (await person.get(REQUEST, { input })).requestUpload.upload
}

/** The answer to the bytes: its status, and the code where it is an error. */
export async function put(person: Person, url: string, bytes: Buffer, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(url, person.place.url), { method: 'PUT', body: new Uint8Array(bytes), headers })
  const body = (await response.json()) as { errors?: { extensions: { code: string } }[]; attachment?: Sent }
  return { status: response.status, code: body.errors?.[0]?.extensions.code, attachment: body.attachment }
}

/** An upload whose bytes are there. Resolves with its id. */
export async function uploaded(person: Person, bytes: Buffer, more: Announced = {}): Promise<string> {
  const { attachmentId, url } = await announce(person, bytes, more)
  const { status, code } = await put(person, url, bytes)
  if (status !== 200) throw new Error(`the upload was answered with ${status} ${code}`)
  return attachmentId
}

export const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) {
  message { id seq text attachments { ${ATTACHMENT} } } } }`

/** A message with these files. */
export async function sendFiles(
  person: Person,
  conversationId: string,
  attachmentIds: string[],
  more: { text?: string; clientMessageId?: string; expireAfterSeconds?: number } = {},
): Promise<{ id: string; seq: number; text: string; attachments: Sent[] }> {
  const input = { conversationId, attachmentIds, text: '', clientMessageId: crypto.randomUUID(), ...more }
  return (await person.get(SEND, { input })).sendMessage.message
}

export const download = (person: Person, url: string, headers: Record<string, string> = {}) =>
  fetch(new URL(url, person.place.url), { headers })

export const authorized = ({ accessToken }: Person) => ({ authorization: `Bearer ${accessToken}` })
