import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { limitedFetch } from './limitedFetch.ts'

let server: Server
let url: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/silent') return
    response.write('{"a":')
    if (request.url === '/whole') response.end('1}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('an answer in time is left alone', async () => {
  expect(await (await limitedFetch(10_000)(`${url}/whole`)).json()).toEqual({ a: 1 })
})

test('no answer, or one that stops in its middle, is given up', async () => {
  await expect(limitedFetch(50)(`${url}/silent`)).rejects.toMatchObject({ name: 'TimeoutError' })
  const half = await limitedFetch(300)(`${url}/half`)
  await expect(half.text()).rejects.toThrow()
})

test("the caller's own signal works as ever", async () => {
  const own = new AbortController()
  const asking = limitedFetch(10_000)(`${url}/silent`, { signal: own.signal })
  own.abort()
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' })
  await expect(limitedFetch(10_000)(`${url}/whole`, { signal: own.signal })).rejects.toMatchObject({
    name: 'AbortError',
  })
})
