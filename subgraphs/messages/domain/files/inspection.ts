import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/** What is seen of a file while it passes. */
export interface Inspection {
  stream: Transform
  /** Its first bytes, up to `HEAD_BYTES`: where pictures say how large they are. */
  head(): Buffer
  /** SHA-256 in hex, once all has passed. */
  digest(): string
}

/** Photographs put their preview and what the camera says before their size: 64 kB each at most. */
const HEAD_BYTES = 262_144

export function inspect(): Inspection {
  const hash = createHash('sha256')
  const first: Buffer[] = []
  let held = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      if (held < HEAD_BYTES) {
        // A copy: a piece of a chunk would hold all of it.
        const piece = Buffer.from(chunk.subarray(0, HEAD_BYTES - held))
        first.push(piece)
        held += piece.length
      }
      done(null, chunk)
    },
  })
  return { stream, head: () => Buffer.concat(first), digest: () => hash.digest('hex') }
}
