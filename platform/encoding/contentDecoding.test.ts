import { describe, expect, test } from '@jest/globals'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { acceptedEncoding } from './acceptedEncoding.ts'
import { DecodedTooLarge, decodeContent, UnknownEncoding } from './contentDecoding.ts'

const text = Buffer.from('né ✂ '.repeat(500))
const encoded: [string, Buffer][] = [
  ['gzip', gzipSync(text)],
  ['X-GZip', gzipSync(text)],
  ['deflate', deflateSync(text)],
  ['deflate', deflateRawSync(text)],
  ['br', brotliCompressSync(text)],
  ['zstd', zstdCompressSync(text)],
  ['identity', text],
  ['gzip, br', brotliCompressSync(gzipSync(text))],
]

describe('an encoded body', () => {
  test.each(encoded)('of %s is what it was', async (encoding, bytes) => {
    expect(await decodeContent(bytes, encoding, text.length)).toEqual(text)
  })

  test.each(encoded.filter(([, bytes]) => bytes !== text))(
    'of %s is no larger than its limit',
    async (encoding, bytes) => {
      await expect(decodeContent(bytes, encoding, text.length - 1)).rejects.toThrow(DecodedTooLarge)
    },
  )

  test('that is a bomb costs no more than its limit', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(200_000_000)))
    expect(bomb.length).toBeLessThan(10_000)
    await expect(decodeContent(bomb, 'gzip, gzip', 1_000_000)).rejects.toThrow(DecodedTooLarge)
  })

  test.each(['compress', 'gzip, gzip, gzip', '__proto__'])('of %s is refused', async (encoding) => {
    await expect(decodeContent(text, encoding, 1e6)).rejects.toThrow(UnknownEncoding)
  })

  test.each(['gzip', 'deflate', 'br', 'zstd'])('of %s that is broken is an error', async (encoding) => {
    for (const bytes of [Buffer.from('{"data":{}}'), encoded.find(([name]) => name === encoding)![1].subarray(0, 20)])
      await expect(decodeContent(bytes, encoding, 1e6)).rejects.toThrow()
  })
})

test.each([
  [undefined, undefined],
  ['', undefined],
  ['gzip', 'gzip'],
  ['gzip, br', 'br'],
  ['gzip, br;q=0.9', 'gzip'],
  ['*', 'br'],
  ['*;q=0.5, gzip', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['identity', undefined],
  ['GZIP;Q=x', 'gzip'],
])('Accept-Encoding %j is answered with %s of br and gzip', (accepted, encoding) => {
  expect(acceptedEncoding(accepted, ['br', 'gzip'])).toBe(encoding)
})
