import { Transform } from 'node:stream'
import { ObjectIncomplete } from './objectStore.ts'

/** Lets `size` bytes through, no more and no fewer. */
export function exactly(size: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen > size) done(new ObjectIncomplete(`more than ${size} bytes came`))
      else done(null, chunk)
    },
    flush(done) {
      done(seen === size ? null : new ObjectIncomplete(`${seen} of ${size} bytes came`))
    },
  })
}
