import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { BadRequest, PersistedQueryNotFound, PersistedQueryNotSupported } from '../../platform/errors.ts'
import { Refusal } from './refusal.ts'

const SHA256 = /^[\da-f]{64}$/i

/**
 * Automatic persisted queries, as Apollo's clients speak them: a document is sent once with its hash, and from then on by
 * its hash alone. Only documents that could be served are kept, within `maxBytes`, the least used going first.
 */
export class PersistedQueries {
  readonly #texts: LRUCache<string, string> | undefined

  /** `maxBytes` 0: off. */
  constructor(maxBytes: number) {
    this.#texts =
      maxBytes === 0
        ? undefined
        : new LRUCache({ maxSize: maxBytes, sizeCalculation: (text, hash) => Buffer.byteLength(text) + hash.length })
  }

  /**
   * The document meant.
   * @throws Refusal  the hash is unknown (the client sends the document then), or not that of the document
   */
  find(hash: string, query: string | undefined): string {
    // 200, so that what stands between does not take a normal step of the protocol for a failure.
    if (!this.#texts) throw new Refusal(200, new PersistedQueryNotSupported('PersistedQueryNotSupported'))
    if (!SHA256.test(hash)) throw new Refusal(400, new BadRequest('"sha256Hash" must be a SHA-256 hash in hex.'))
    const known = this.#texts.get(hash.toLowerCase())
    if (query === undefined) {
      if (known === undefined) throw new Refusal(200, new PersistedQueryNotFound('PersistedQueryNotFound'))
      return known
    }
    if (query !== known && sha256(query) !== hash.toLowerCase()) {
      throw new Refusal(400, new BadRequest('The provided sha256Hash is not that of the query.'))
    }
    return query
  }

  /** To be called for a document that `find` gave, once it has proven good. */
  keep(hash: string, query: string): void {
    this.#texts?.set(hash.toLowerCase(), query)
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
