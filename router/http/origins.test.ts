import { afterEach, expect, test } from '@jest/globals'
import { WebSocket } from 'ws'
import { openRouter } from './router.example.ts'

let open: Awaited<ReturnType<typeof openRouter>>
afterEach(() => open.router.close())

const me = { query: '{ me { name } }' }

test('lets pages of any origin call, and shows them the request id', async () => {
  open = await openRouter()
  const headers = { origin: 'https://elsewhere.example', 'access-control-request-headers': 'authorization' }
  const preflight = await fetch(`${open.base}/graphql`, { method: 'OPTIONS', headers })
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'authorization'])
  const { headers: given } = await open.ask(me, { origin: headers.origin })
  expect(given.get('access-control-allow-origin')).toBe('*')
  expect(given.get('access-control-allow-credentials')).toBeNull()
})

test('lets pages of the origins listed call, and no others', async () => {
  open = await openRouter({ origins: ['https://chat.example'] })
  const allowed = async (origin: string) => (await open.ask(me, { origin })).headers.get('access-control-allow-origin')
  expect(await allowed('https://chat.example')).toBe('https://chat.example')
  expect(await allowed('https://elsewhere.example')).toBeNull()
})

test('opens WebSockets for pages of the origins listed, for its own, and for what is no browser', async () => {
  open = await openRouter({ origins: ['https://chat.example'] })
  const opens = async (origin: string | undefined, headers: Record<string, string> = {}) => {
    const url = `${open.base.replace('http', 'ws')}/graphql`
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers: origin ? { ...headers, origin } : headers })
    const status = await new Promise((resolve) => {
      socket.on('open', () => resolve(101)).on('error', () => undefined)
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    })
    socket.terminate()
    return status
  }
  for (const origin of [undefined, 'https://chat.example', open.base]) expect(await opens(origin)).toBe(101)
  for (const origin of ['https://elsewhere.example', 'null', 'chat.example', 'file://']) {
    expect(await opens(origin)).toBe(403)
  }
  const proxied = { 'x-forwarded-host': 'parley.example' }
  expect(await opens('https://parley.example', proxied)).toBe(101)
  expect(await opens('https://parley.example.elsewhere.example', proxied)).toBe(403)
})
