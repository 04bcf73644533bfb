import type { IncomingMessage } from 'node:http'
import { Transform } from 'node:stream'
import { RequestTooLarge } from '../errors.ts'

/**
 * A request's body as it comes, of `limit` bytes at most. A client that goes away in the middle breaks it off. Destroy it with the
 * answer: what is left of the body is then taken in and thrown away, so that the client gets to read the answer.
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
  body.once('close', () => {
    request.unpipe(body)
    request.resume()
  })
  return request.pipe(body)
}
