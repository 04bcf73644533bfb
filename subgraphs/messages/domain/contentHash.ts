import { createHash } from 'node:crypto'
import type { DraftContent } from '../../../platform/timeline/index.ts'

/** What makes two sends the same: everything the sender wrote, and nothing the server adds. */
export type Content = Omit<DraftContent, 'contentHash' | 'forwarded'> & {
  /** The message forwarded: of a forward nothing else counts, so that a retry after an edit of the source is still one. */
  forwardedId?: string
}

/** Bumped when the canonical form changes, so that old hashes are never compared with new ones by accident. */
const version = 1

/** SHA-256 over the canonical form of a message's content, base64url: 43 characters. */
export function contentHash({ text, forwardedId, ...rest }: Content): string {
  const more = Object.entries(rest).filter(([, value]) => value !== undefined)
  const said = forwardedId === undefined ? [text] : [{ forwardedId }]
  // A text alone has the form that it had before there was anything else.
  const canonical =
    more.length === 0 ? [version, ...said] : [version, ...said, more.sort(([a], [b]) => (a < b ? -1 : 1))]
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url')
}
