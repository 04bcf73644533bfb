import type { IncomingMessage } from 'node:http'
import { Transform } from 'node:stream'
import { RequestTooLarge } from '../errors.ts'

/**
 * A request's body as it comes, of `limit` bytes at most. Destroying it leaves the connection, so that an answer can still be
 * sent; a client that goes away in the middle breaks it off.
 */
export function streamedBody(request: IncomingMessage, limit: number): Transform {
  let seen = 0
  const body = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen <= limit) return done(null, chunk)
      done(new RequestTooLarge(`The request is too large: at most ${limit} bytes are allowed.`))
    },
  })
  request.once('close', () => {
    if (!request.complete) body.destroy(new Error('the client went away'))
  })
  request.once('error', (error) => body.destroy(error))
  // Whoever reads it hears of its fault; before, nobody does.
  body.on('error', () => undefined)
  body.once('close', () => request.unpipe(body))
  return request.pipe(body)
}
