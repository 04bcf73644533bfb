import { FileTooLarge, InvalidInput } from '../../../../platform/errors.ts'
import { checkedText } from '../../../../platform/input/index.ts'

export interface AnnouncedFile {
  name: string
  contentType: string
  size: number
  sha256: string | null
}

const maxName = 255
/** RFC 6838, 4.2: restricted names. */
const TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/
const SHA256 = /^[0-9a-f]{64}$/

/**
 * What a client says of the file that it will send.
 * @throws InvalidInput   name, type, size or hash can be none
 * @throws FileTooLarge   more than `maxBytes`
 */
export function announcedFile(
  input: { name: string; contentType: string; size: number; sha256?: string | null },
  maxBytes: number,
): AnnouncedFile {
  if (input.size < 1) throw new InvalidInput('size must be the bytes of the file, 1 at least.')
  if (input.size > maxBytes) throw new FileTooLarge(`A file may have at most ${maxBytes} bytes.`)
  const sha256 = input.sha256?.toLowerCase() ?? null
  if (sha256 !== null && !SHA256.test(sha256)) throw new InvalidInput('sha256 must be 64 hexadecimal digits.')
  return { name: nameOf(input.name), contentType: mediaType(input.contentType), size: input.size, sha256 }
}

/**
 * A name, never a path: what stands before a slash is some folder of the sender's. What turns the direction of text is left out:
 * it would hide how the name ends, and its sender seldom knows that it is there.
 */
function nameOf(given: string): string {
  const name = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
  const visible = name.replace(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '')
  if (/^\s*\.{1,2}\s*$/.test(visible)) throw new InvalidInput('name must be that of a file: dots alone are a folder.')
  return checkedText('name', visible, { min: 1, max: maxName, trim: true })
}

/** A media type without parameters, in lower case. @throws InvalidInput */
export function mediaType(given: string): string {
  const type = given.split(';')[0]!.trim().toLowerCase()
  if (!TYPE.test(type)) throw new InvalidInput('contentType must be a media type, like image/png.')
  return type
}
