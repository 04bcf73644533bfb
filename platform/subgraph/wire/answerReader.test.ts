import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { AnswerReader } from './answerReader.ts'

const body = JSON.stringify({ data: { text: 'déjà vu ✂' } })
const length = Buffer.byteLength(body)
const chunked = (text: string, sizes: readonly number[]) => {
  const bytes = Buffer.from(text)
  let at = 0
  const parts = sizes.flatMap((size) => {
    const part = bytes.subarray(at, (at += size))
    return part.length > 0 ? [`${part.length.toString(16)};x=y\r\n`, part, '\r\n'] : []
  })
  const rest = bytes.subarray(at)
  return Buffer.concat(
    [...parts, `${rest.length.toString(16)}\r\n`, rest, '\r\n0\r\nx-trailer: 1\r\n\r\n'].map((one) => Buffer.from(one)),
  )
}
const head = (...lines: string[]) => Buffer.from(['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n'))

/** Reads as a connection does: every piece from the same memory. */
function read(bytes: Buffer, cuts: readonly number[] = [], maxBytes = 1_000) {
  const reader = new AnswerReader(maxBytes)
  const shared = Buffer.alloc(bytes.length)
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length]
  let isDone = false
  for (let n = 1; n < places.length; n++) {
    const piece = bytes.subarray(places[n - 1], places[n])
    if (piece.length === 0) continue
    piece.copy(shared.fill(0))
    isDone = reader.read(shared.subarray(0, piece.length))
  }
  return { reader, isDone, text: isDone || reader.end() ? reader.text() : undefined }
}

const answers: [string, Buffer, object | undefined][] = [
  ['of a length', Buffer.concat([head(`Content-Length: ${length}`), Buffer.from(body)]), { ms: undefined }],
  [
    'that says how long it is kept',
    Buffer.concat([head('keep-alive: timeout=5', `content-length:${length}`), Buffer.from(body)]),
    { ms: 5_000 },
  ],
  ['in chunks', Buffer.concat([head('Transfer-Encoding: Chunked'), chunked(body, [1, 7, 3])]), { ms: undefined }],
  ['until the end', Buffer.concat([head('content-type: application/json'), Buffer.from(body)]), undefined],
  [
    'that closes',
    Buffer.concat([head('connection: close', `content-length: ${length}`), Buffer.from(body)]),
    undefined,
  ],
  [
    'after a hint',
    Buffer.concat([
      Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n'),
      head(`content-length: ${length}`),
      Buffer.from(body),
    ]),
    { ms: undefined },
  ],
  ['of HTTP/1.0', Buffer.from(`HTTP/1.0 200 OK\r\ncontent-length: ${length}\r\n\r\n${body}`), undefined],
]

test.each(answers)('an answer %s is the same in whatever pieces it comes', (_what, bytes, keeps) => {
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 12 }), (cuts) => {
      const { reader, text } = read(bytes, cuts)
      expect([text, reader.status, reader.keeps]).toEqual([body, 200, keeps])
    }),
  )
  const { text } = read(bytes, Array.from(bytes.keys()))
  expect(text).toBe(body)
})

test('what comes after an answer makes its connection useless, and is no part of it', () => {
  for (const bytes of [
    Buffer.concat([head(`content-length: ${length}`), Buffer.from(`${body}HTTP/1.1 200 OK\r\n\r\n`)]),
    Buffer.concat([head('transfer-encoding: chunked'), chunked(body, [4]), Buffer.from('x')]),
    Buffer.concat([head('content-length: 0'), Buffer.from('x')]),
  ]) {
    const { reader, isDone } = read(bytes)
    expect([isDone, reader.keeps]).toEqual([true, undefined])
  }
})

test('an answer that is cut off is none', () => {
  expect(read(Buffer.concat([head('content-length: 99'), Buffer.from('{}')])).text).toBeUndefined()
  expect(read(Buffer.concat([head('transfer-encoding: chunked'), Buffer.from('2\r\n{}\r\n')])).text).toBeUndefined()
  expect(read(head('content-length: 2').subarray(0, -2)).text).toBeUndefined()
})

test.each([
  ['no HTTP', 'SSH-2.0-OpenSSH\r\n\r\n'],
  ['another version', 'HTTP/2 200\r\n\r\n'],
  ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
  ['a header without a name', 'HTTP/1.1 200 OK\r\n: x\r\n\r\n'],
  ['a header without a colon', 'HTTP/1.1 200 OK\r\nx\r\n\r\n'],
  ['a folded header', 'HTTP/1.1 200 OK\r\na: b\r\n c: d\r\n\r\n'],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\nContent-Length: 2\r\n\r\n'],
  ['a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n'],
  ['a length above the bound', 'HTTP/1.1 200 OK\r\ncontent-length: 1001\r\n\r\n'],
  ['another coding', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n'],
  ['a chunk without a size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nx\r\n'],
  ['a chunk of another size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nab\r\n'],
  ['chunks above the bound', `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3e9\r\n${'a'.repeat(1001)}`],
  ['a body above the bound', `HTTP/1.1 200 OK\r\n\r\n${'a'.repeat(1001)}`],
  ['a head without end', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(6_000)}`],
])('%s is refused', (_what, text) => {
  expect(() => read(Buffer.from(text))).toThrow()
})
