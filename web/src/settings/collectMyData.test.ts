import { afterEach, expect, jest, test } from '@jest/globals'
import { collectMyData } from './collectMyData.ts'

const tokens = { accessToken: async () => 'token', refuse: () => undefined }
const line = (n: number) => `${JSON.stringify({ type: 'message', cursor: `c${n}`, message: { text: `ü ${n}` } })}\n`
const end = `${JSON.stringify({ type: 'end', reason: 'complete', cursor: 'c3', lines: 3 })}\n`

/** A body that gives these pieces, and is cut after them. */
const pieces = (...texts: (string | Uint8Array)[]) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const text of texts) controller.enqueue(typeof text === 'string' ? new TextEncoder().encode(text) : text)
        controller.close()
      },
    }),
  )

const realFetch = globalThis.fetch
afterEach(() => void (globalThis.fetch = realFetch))

function answers(...responses: Response[]): string[] {
  const asked: string[] = []
  globalThis.fetch = jest.fn(async (url: unknown) => {
    asked.push(String(url))
    return responses.shift() ?? Response.error()
  }) as unknown as typeof fetch
  return asked
}

test('an export that is cut within a line, or ends with an error, goes on where it was, with each line once', async () => {
  const bytes = new TextEncoder().encode(line(2))
  const failed = `${JSON.stringify({ type: 'error', code: 'UNAVAILABLE', message: 'gone', cursor: 'c2', lines: 1 })}\n`
  const asked = answers(
    pieces(line(1), bytes.slice(0, 50)),
    pieces(bytes.slice(0, 49), bytes.slice(49), failed),
    pieces(line(3), end),
  )
  const text = await (await collectMyData(tokens, '{"name":"Ada"}')).text()
  expect(text).toBe(`{"type":"account","account":{"name":"Ada"}}\n${line(1)}${line(2)}${line(3)}${end}`)
  expect(asked).toEqual(['/export/me', '/export/me?after=c1', '/export/me?after=c2'])
})

test('one that is refused is no file', async () => {
  answers(new Response('{}', { status: 403 }))
  await expect(collectMyData(tokens, '{}')).rejects.toThrow('could not be read')
})
