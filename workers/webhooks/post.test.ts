import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createPoster, type Poster } from './post.ts'
import { signature } from './sign.ts'

let server: Server
let base: string
let requests: number
let sent: number
beforeEach(async () => {
  requests = sent = 0
  server = createServer((request, response) => {
    requests += 1
    request.resume()
    if (request.url === '/silent') return
    if (request.url === '/endless') {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536
        response.once('drain', write)
      }
      return void write()
    }
    if (request.url === '/drip') {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 50)
      return void response.once('close', () => clearInterval(timer))
    }
    const headers = request.url === '/busy' ? { 'retry-after': '7' } : { location: `${base}/silent` }
    response.writeHead(request.url === '/busy' ? 503 : 307, headers).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
let poster: Poster | undefined
afterEach(async () => {
  await poster?.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const post = (
  url: string,
  { endpoints = 'any', timeoutMs = 30_000 }: { endpoints?: 'public' | 'any'; timeoutMs?: number } = {},
) => {
  poster = createPoster({ timeoutMs, endpoints })
  return poster.post(url, { 'content-type': 'application/json' }, '{}')
}

describe('a request to an endpoint', () => {
  test('reads no more of an answer than it needs to, and takes it as one', async () => {
    expect(await post(`${base}/endless`)).toMatchObject({ status: 200, error: null })
    expect(sent).toBeLessThan(16_000_000)
  })

  test.each(['silent', 'drip'])('ends in time with one that is %s', async (kind) => {
    expect(await post(`${base}/${kind}`, { timeoutMs: 500 })).toMatchObject({ status: null, error: 'TIMEOUT' })
  })

  test('follows no redirect, and hears how long it is to wait', async () => {
    expect(await post(`${base}/elsewhere`)).toMatchObject({ status: 307, error: 'HTTP 307' })
    expect(requests).toBe(1)
    expect(await post(`${base}/busy`)).toMatchObject({ status: 503, retryAfterMs: 7_000 })
  })

  test('that nobody answers says why, in a code', async () => {
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ status: null, error: 'ECONNREFUSED' })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })

  test('leads to nothing inside, whatever the address is called', async () => {
    const { port } = server.address() as AddressInfo
    for (const url of [
      base,
      `https://127.0.0.1:${port}/`,
      `https://[::1]:${port}/`,
      `https://localhost:${port}/`,
      `https://0x7f.1:${port}/`,
      'https://169.254.169.254/latest/meta-data',
      `http://example.com:${port}/`,
    ]) {
      expect(await post(url, { endpoints: 'public' })).toMatchObject({ status: null, error: 'PRIVATE_ADDRESS' })
      await poster?.close()
    }
    expect(requests).toBe(0)
  })
})

test('a signature is what the documentation says, for each secret', () => {
  // Worked out with: printf '1769851800.{"a":1}' | openssl dgst -sha256 -hmac whsec_test
  const expected = '00ca2ff4a46b12a46be4afc63a6938c8a7933495de62e5610a3a51ad5d991a57'
  expect(signature('{"a":1}', ['whsec_test'], 1_769_851_800_999)).toBe(`t=1769851800,v1=${expected}`)
  expect(signature('{"a":1}', ['whsec_test', 'other'], 0).match(/v1=[0-9a-f]{64}/g)).toHaveLength(2)
})
