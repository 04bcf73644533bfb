import type { TokenSource } from '../../../client/session/tokenSource.ts'

/** What ends a part: whole, or where it goes on from. */
interface Line {
  type: string
  cursor?: string | null
  message?: string
}

const ATTEMPTS = 5

/**
 * Everything that is the user's own, as lines of JSON: first what the account holds (`account`, JSON text), then their
 * conversations and messages as the server streams them. Goes on where a connection was cut.
 * @throws Error  it was cut again and again, or refused
 */
export async function collectMyData(tokens: TokenSource, account: string): Promise<Blob> {
  const parts: (string | Blob)[] = [`${JSON.stringify({ type: 'account', account: JSON.parse(account) })}\n`]
  let cursor: string | null = null
  for (let failures = 0; ;) {
    const before: string | null = cursor
    const response = await ask(tokens, cursor)
    if (response.ok && response.body) {
      for await (const { text, last } of wholeLines(response.body)) {
        cursor = last.cursor ?? cursor
        // An error is no data: what it says is only where to go on.
        parts.push(last.type === 'error' ? text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1) : text)
        if (last.type === 'end') return new Blob(parts, { type: 'application/x-ndjson' })
      }
    } else if (response.status < 500 && response.status !== 401 && response.status !== 429) break
    failures = cursor === before ? failures + 1 : 0
    if (failures === ATTEMPTS) break
    if (failures > 0) await new Promise((resolve) => setTimeout(resolve, 1_000 * failures))
  }
  throw new Error('The data could not be read to its end.')
}

async function ask(tokens: TokenSource, after: string | null): Promise<Response> {
  const token = await tokens.accessToken()
  const query = after === null ? '' : `?${new URLSearchParams({ after })}`
  try {
    const response = await fetch(`/export/me${query}`, { headers: { authorization: `Bearer ${token}` } })
    if (response.status === 401 && token) tokens.refuse(token)
    return response
  } catch {
    return Response.error()
  }
}

/** Whole lines as they come, some at a time, each time with the last of them; what was cut within a line is left out. */
async function* wholeLines(body: ReadableStream<Uint8Array>): AsyncGenerator<{ text: string; last: Line }> {
  const [reader, decoder] = [body.getReader(), new TextDecoder()]
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
    if (done) return
    rest += decoder.decode(value, { stream: true })
    const end = rest.lastIndexOf('\n') + 1
    if (end === 0) continue
    const text = rest.slice(0, end)
    rest = rest.slice(end)
    yield { text, last: JSON.parse(text.slice(text.lastIndexOf('\n', end - 2) + 1)) as Line }
  }
}
