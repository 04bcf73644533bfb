import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { connect } from 'node:net'
import fc from 'fast-check'
import { startServer, type TestServer } from '../testing/startServer.ts'
import { story } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

let server: TestServer
beforeAll(async () => void (server = await startServer()))
afterAll(() => server.stop())

const hello = { type: 'subscribe', id: '1', payload: { query: '{ hello }' } }

describe('a malformed message', () => {
  const malformed = [
    '',
    '{',
    'null',
    '[]',
    '"ping"',
    '{}',
    '{"type":7}',
    '{"type":"nonsense"}',
    '{"type":"start","id":"1","payload":{"query":"{ hello }"}}',
    '{"type":"connection_init","payload":"token"}',
    '{"type":"ping","payload":[]}',
    '{"type":"subscribe","payload":{"query":"{ hello }"}}',
    '{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}',
    '{"type":"subscribe","id":1,"payload":{"query":"{ hello }"}}',
    '{"type":"subscribe","id":"1"}',
    '{"type":"subscribe","id":"1","payload":{}}',
    '{"type":"subscribe","id":"1","payload":{"query":7}}',
    '{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":"x"}}',
    '{"type":"subscribe","id":"1","payload":{"query":"{ hello }","operationName":7}}',
    '{"type":"subscribe","id":"1","payload":{"query":"{ hello }","extensions":[]}}',
    '{"type":"complete"}',
    '{"type":"connection_ack"}',
    '{"type":"next","id":"1","payload":{}}',
    '{"type":"error","id":"1","payload":[{"message":"x"}]}',
  ]
  test.each(malformed)('is closed with 4400, before and after connection_init: %s', async (message) => {
    for (const client of [await server.open(), await server.signedIn()]) {
      client.send(message)
      const { code, reason } = await client.end()
      expect(code).toBe(4400)
      expect(reason).toMatch(/^Invalid message received: ./)
    }
  })

  test.each([
    [
      '{"type":"subscribe","id":"1","payload":{"extensions":{}}}',
      "payload expects the 'query' property to be a string",
    ],
    ['{"type":"start","id":"1","payload":{"query":"{ hello }"}}', 'Invalid message \'type\' property "start"'],
    [`{"type":"${'ž'.repeat(500)}"}`, 'žžž'],
  ])('is told what is wrong with it, as far as there is room: %s', async (message, wrong) => {
    const client = await server.signedIn()
    client.send(message)
    const { code, reason } = await client.end()
    expect(code).toBe(4400)
    expect(reason).toContain(wrong)
  })

  test('of a ping that is nested too deep to be written again is closed with 4400, and is no error of ours', async () => {
    const levels = (count: number) => `{"type":"ping","payload":{"x":${'['.repeat(count)}${']'.repeat(count)}}}`
    for (const count of [100, 5_000, 100_000]) {
      for (const client of [await server.open(), await server.signedIn()]) {
        client.send(levels(count))
        expect(await client.end()).toMatchObject({ code: 4400 })
      }
    }
    const client = await server.signedIn()
    client.send(levels(99))
    expect(await client.next('pong')).toEqual({ ...JSON.parse(levels(99)), type: 'pong' })
    client.socket.close()
  })

  test('that is nested as deep as fits is no danger', async () => {
    const client = await server.signedIn()
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    client.send(`{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":{"x":${deep}}}}`)
    await until(() => client.messages.length > 1 || client.closed)
    const next = await server.signedIn()
    next.send(hello)
    await next.next('next')
    next.socket.close()
    client.socket.close()
  })
})

describe('a frame', () => {
  test('that is binary is closed with 1003', async () => {
    const client = await server.signedIn()
    client.socket.send(Buffer.from(JSON.stringify(hello)))
    expect(await client.end()).toMatchObject({ code: 1003 })
  })

  test('larger than the limit is closed with 1009, also in fragments', async () => {
    const large = JSON.stringify({ ...hello, payload: { query: `{ hello } #${'x'.repeat(257 * 1024)}` } })
    const client = await server.signedIn()
    client.send(large)
    expect(await client.end()).toMatchObject({ code: 1009 })
    const inParts = await server.signedIn()
    for (let at = 0; at < large.length; at += 65_536) inParts.socket.send(large.slice(at, at + 65_536), { fin: false })
    expect(await inParts.end()).toMatchObject({ code: 1009 })
  })

  test('of a message in more pieces than it may have is closed with 1008, before they are held as what is much larger', async () => {
    const client = await server.signedIn()
    for (let count = 0; count < 1_024; count++) client.socket.send(' ', { fin: false })
    client.socket.send(JSON.stringify(hello))
    expect(await client.end()).toMatchObject({ code: 1008 })
    const inFewer = await server.signedIn()
    for (let count = 0; count < 1_023; count++) inFewer.socket.send(' ', { fin: false })
    inFewer.send(hello)
    await inFewer.next('next')
    inFewer.socket.close()
  })

  test('that is no UTF-8 is closed with 1007, and one against RFC 6455 with 1002', async () => {
    const client = await server.signedIn()
    client.socket.send(Buffer.from([0xc3, 0x28]), { binary: false })
    expect(await client.end()).toMatchObject({ code: 1007 })
    const broken = await server.signedIn()
    ;(broken.socket as unknown as { _socket: NodeJS.WritableStream })._socket.write(
      Buffer.from([0xf7, 0x80, 0, 0, 0, 0]),
    )
    expect(await broken.end()).toMatchObject({ code: 1002 })
  })
})

test('bytes that are no WebSocket, before and after the handshake, hurt nobody else', async () => {
  const { hostname, port } = new URL(server.url)
  const upgrade =
    'GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n'
  const openings = [upgrade, upgrade.replace('13', '12'), upgrade.replace('==', ''), upgrade.replace('/graphql', '//')]
  const healthy = await server.signedIn()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...openings),
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      async (opening, bytes) => {
        const socket = connect(Number(port), hostname)
        socket.on('error', () => undefined).resume()
        socket.write(opening)
        socket.end(bytes)
        await once(socket, 'close')
      },
    ),
    { numRuns: 100 },
  )
  healthy.send(hello)
  await healthy.next('next')
  await until(async () => (await server.count('connections')) === 1)
  healthy.socket.close()
})

test('whatever messages come in whatever order, a socket is answered or closed as the protocol says, and no fault is ours', async () => {
  const healthy = await server.signedIn()
  const id = fc.constantFrom<unknown>('1', '2', '3', '__proto__', '\ud800', 7)
  const query = fc.constantFrom<unknown>(
    '{ hello }',
    story,
    '{',
    '',
    'subscription { news }',
    'mutation { none }',
    null,
  )
  const variables = fc.oneof(
    fc.constantFrom<unknown>({}, { room: '1', after: 0 }, { after: 1e9 }, null),
    fc.jsonValue(),
  )
  const subscribe = fc.record({ type: fc.constant('subscribe'), id, payload: fc.record({ query, variables }) })
  const type = fc.constantFrom('connection_init', 'ping', 'pong', 'complete', 'next', 'toString')
  const other = fc.record({ type, id, payload: fc.oneof(fc.jsonValue(), fc.constant({ authorization: 'Bearer x' })) })
  const message = fc.oneof({ weight: 5, arbitrary: subscribe }, { weight: 1, arbitrary: other })
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(message, { maxLength: 10 }), async (isSignedIn, messages) => {
      const client = isSignedIn ? await server.signedIn('ada') : await server.open()
      for (const one of messages) client.send(one)
      client.send({ type: 'ping', payload: { last: true } })
      const isAnswered = () => client.messages.some(({ payload }) => (payload as { last?: true } | undefined)?.last)
      await until(() => client.closed || isAnswered())
      client.socket.terminate()
      expect([undefined, 4400, 4401, 4403, 4409, 4429]).toContain(client.closed?.code)
      expect(JSON.stringify(client.messages)).not.toContain('INTERNAL')
    }),
    { numRuns: 100 },
  )
  healthy.send(hello)
  await healthy.next('next')
  healthy.socket.close()
})
