import { request } from 'node:http'
import type { Hears, OpenLine, Result } from './line.ts'

/** GraphQL over SSE, distinct connections mode. */
export const openStreamLine: OpenLine = (url, token, operation, hears) => {
  let how = 'stream without an answer'
  const headers = {
    accept: 'text/event-stream',
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
  }
  const call = request(`${url}/graphql`, { method: 'POST', agent: false, headers }, (answer) => {
    how = `stream ${answer.statusCode}`
    let text = ''
    answer.setEncoding('utf8').on('data', (chunk: string) => {
      if (answer.statusCode !== 200) return
      const events = (text + chunk).split('\n\n')
      text = events.pop()!
      for (const event of events) {
        // The completion after a refusal that makes the client come back is not its end.
        if (!call.destroyed) hear(event, hears)
      }
    })
    // Cut off in the middle: the request's `close` follows.
    answer.on('error', () => undefined)
  })
  call.on('error', () => undefined)
  call.on('close', () => hears.closed(how))
  call.end(JSON.stringify(operation))
  return { cut: () => call.destroy() }
}

/** `event`: the lines of one event; a comment keeps the connection alive and says nothing. */
function hear(event: string, hears: Hears): void {
  if (event.startsWith('event: complete')) hears.completed()
  if (!event.startsWith('event: next\ndata: ')) return
  const result = JSON.parse(event.slice('event: next\ndata: '.length)) as Result
  if (result.data === undefined && result.errors) hears.refused(result.errors)
  else hears.next(result)
}
