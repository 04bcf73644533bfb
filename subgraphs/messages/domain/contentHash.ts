import { createHash } from 'node:crypto'

/** What makes two sends the same: everything the sender wrote, and nothing the server adds. */
export interface Content {
  text: string
}

/** Bumped when the canonical form changes, so that old hashes are never compared with new ones by accident. */
const version = 1

/** SHA-256 over the canonical form of a message's content, base64url: 43 characters. */
export const contentHash = ({ text }: Content): string =>
  createHash('sha256')
    .update(JSON.stringify([version, text]))
    .digest('base64url')
