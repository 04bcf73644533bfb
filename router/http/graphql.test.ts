import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { connect } from 'node:net'
import { once } from 'node:events'
import { serverAudits } from 'graphql-http'
import { Unavailable } from '../../platform/errors.ts'
import { until } from '../../platform/time/until.ts'
import { openRouter } from './router.example.ts'

const graphql = 'application/graphql-response+json'
let open: Awaited<ReturnType<typeof openRouter>>

beforeEach(async () => {
  open = await openRouter()
})
afterEach(() => open.router.close())

const preflighted = { 'apollo-require-preflight': '1' }
const me = { query: '{ me { name } }' }
const answered = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as { data?: unknown; errors?: { message: string; extensions: { code: string } }[] },
})

describe('GraphQL over HTTP', () => {
  // The audits ask by GET without a header that a browser page could not send: that is refused on purpose.
  const fetchFn = (input: string, init: RequestInit = {}) =>
    fetch(input, { ...init, headers: { ...preflighted, ...(init.headers as Record<string, string>) } })
  for (const audit of serverAudits({ url: () => `${open.base}/graphql`, fetchFn })) {
    test(audit.name, async () => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' })
    })
  }

  test('answers queries by POST and GET, with variables and the viewer', async () => {
    const authorization = 'Bearer ada'
    const query = 'query U($id: ID!) { me { name } user(id: $id) { name } }'
    const posted = await open.ask({ query, variables: { id: 'bob' } }, { authorization, 'user-agent': 'suite' })
    expect(await answered(posted)).toEqual({
      status: 200,
      body: { data: { me: { name: 'ADA' }, user: { name: 'BOB' } } },
    })
    expect(open.asked[0]).toMatchObject({ authorization, userAgent: 'suite', address: '127.0.0.1' })
    const url = `${open.base}/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent('{"id":"eve"}')}`
    const got = await fetch(url, { headers: { authorization } })
    expect((await answered(got)).body).toEqual({ data: { me: { name: 'ADA' }, user: { name: 'EVE' } } })
  })

  test('answers what is not live plainly where that will do, as in urql, which names JSON and streams for every request', async () => {
    const forms = 'application/json, text/event-stream, multipart/mixed'
    const headers = { authorization: 'Bearer ada', accept: `${graphql}, application/graphql+json, ${forms}` }
    for (const get of [false, true]) {
      const query = encodeURIComponent(me.query)
      const response = await (get ? fetch(`${open.base}/graphql?query=${query}`, { headers }) : open.ask(me, headers))
      expect(response.headers.get('content-type')).toContain(graphql)
      expect(response.headers.get('x-operation-cost')).toBe('1')
      expect((await answered(response)).body).toEqual({ data: { me: { name: 'ADA' } } })
    }
    expect((await answered(await open.ask({ query: '{ nope }' }, headers))).status).toBe(400)
    const live = await open.ask({ query: 'subscription { lotEvents(lotId: "1") { rev } }' }, headers)
    expect(live.headers.get('content-type')).toContain('text/event-stream')
    await live.body?.cancel()
  })

  test('tells which request it was: the id given, or one of its own', async () => {
    const given = await open.ask(me, { 'x-request-id': 'abc-1' })
    expect(given.headers.get('x-request-id')).toBe('abc-1')
    expect(open.asked[0]?.requestId).toBe('abc-1')
    const own = await open.ask(me, { 'x-request-id': 'no id at all!' })
    expect(own.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  })

  test('answers in HTTP/1.1 whoever asks for HTTP/2 without TLS, as the clients of the JDK and curl do', async () => {
    const body = JSON.stringify(me)
    const socket = connect(open.router.port, '127.0.0.1').setEncoding('utf8')
    let text = ''
    socket.on('data', (chunk: string) => (text += chunk))
    const asked = ['POST /graphql HTTP/1.1', 'Host: x', 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c']
    const about = [
      'HTTP2-Settings: AAEAAEAAAAIAAAAB',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ]
    socket.write([...asked, ...about, 'Authorization: Bearer ada', '', body].join('\r\n'))
    await until(
      () => text.includes('"name"'),
      () => text,
    )
    expect(text).toMatch(/^HTTP\/1.1 200 OK\r\n/)
    socket.destroy()
  })

  test('stops asking subgraphs for a client that hung up', async () => {
    const { promise, resolve } = Promise.withResolvers<AbortSignal>()
    const slow = await openRouter({
      subgraphs: () => ({
        execute: ({ signal }) => {
          resolve(signal!)
          return new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(new Error('gone'))))
        },
      }),
    })
    const controller = new AbortController()
    const asking = fetch(`${slow.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(me),
      signal: controller.signal,
    })
    const signal = await promise
    controller.abort()
    await expect(asking).rejects.toThrow()
    if (!signal.aborted) await once(signal, 'abort')
    await slow.router.close()
  })
})

describe('bad input', () => {
  const big = JSON.stringify({ ...me, variables: { text: 'x'.repeat(1_100_000) } })
  const text = { 'content-type': 'text/plain' }
  test.each<[string, number, string, unknown, Record<string, string>]>([
    ['malformed JSON', 400, 'BAD_REQUEST', '{"query":', {}],
    ['no JSON object', 400, 'BAD_REQUEST', '"query"', {}],
    ['null', 400, 'BAD_REQUEST', 'null', {}],
    ['more operations than a request may hold', 400, 'BAD_REQUEST', Array(11).fill(me), {}],
    ['an empty body', 400, 'BAD_REQUEST', '', {}],
    ['no query', 400, 'BAD_REQUEST', {}, {}],
    ['a query that is no string', 400, 'BAD_REQUEST', { query: 1 }, {}],
    ['variables that are a list', 400, 'BAD_REQUEST', { ...me, variables: [] }, {}],
    ['a type that a form can send', 415, 'BAD_REQUEST', me, text],
    ['another encoding', 415, 'BAD_REQUEST', me, { 'content-type': 'application/json; charset=latin1' }],
    ['a body of more than a mebibyte', 413, 'REQUEST_TOO_LARGE', big, {}],
    ['an unknown field, to a client of plain JSON', 200, 'GRAPHQL_VALIDATION_FAILED', { query: '{ you }' }, {}],
    ['an unknown field', 400, 'GRAPHQL_VALIDATION_FAILED', { query: '{ you }' }, { accept: graphql }],
    ['a syntax error', 400, 'GRAPHQL_PARSE_FAILED', { query: '{' }, { accept: graphql }],
    [
      'a document of too many tokens',
      400,
      'OPERATION_TOO_COMPLEX',
      { query: `{${' a'.repeat(9e3)}}` },
      { accept: graphql },
    ],
    [
      'a missing variable',
      400,
      'BAD_USER_INPUT',
      { query: 'query($i: ID!) { user(id: $i) { id } }' },
      { accept: graphql },
    ],
    ['an unknown operation name', 400, 'BAD_USER_INPUT', { ...me, operationName: 'X' }, { accept: graphql }],
    ['a malformed token', 401, 'UNAUTHENTICATED', me, { authorization: 'Bearer a b' }],
    ['another scheme', 401, 'UNAUTHENTICATED', me, { authorization: 'Basic YTpi' }],
    ['a wrong token', 401, 'UNAUTHENTICATED', me, { authorization: 'Bearer 123', accept: graphql }],
    ['a subscription', 405, 'BAD_REQUEST', { query: 'subscription { lotEvents(lotId: 1) { rev } }' }, {}],
    ['no form of answer that we have', 406, 'BAD_REQUEST', me, { accept: 'text/csv' }],
  ])('%s: %d %s', async (_what, status, code, body, headers) => {
    const response = await open.ask(body, headers)
    const { body: answer, status: found } = await answered(response)
    expect([found, answer.errors?.[0]?.extensions.code, answer.data]).toEqual([status, code, undefined])
    expect(open.asked).toEqual([])
    expect((await open.ask(me)).status).toBe(200)
  })

  test.each<[string, number, RequestInit, string]>([
    ['a GET that any page could send', 400, {}, '?query={__typename}'],
    ['a mutation by GET', 405, { headers: preflighted }, '?query=mutation{rename(input:{name:"a"}){id}}'],
    ['variables that are no JSON', 400, { headers: preflighted }, '?query={__typename}&variables={'],
    ['a GET without a query', 400, { headers: preflighted }, ''],
    ['another method', 405, { method: 'DELETE' }, ''],
  ])('%s: %d', async (_what, status, init, search) => {
    const response = await fetch(`${open.base}/graphql${search}`, init)
    expect(await answered(response)).toMatchObject({
      status,
      body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    })
    expect(open.asked).toEqual([])
  })

  test('a body cut off in the middle, and bytes that are no HTTP, end that connection alone', async () => {
    const head =
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"qu'
    for (const bytes of [head, '\u0000\u0001\r\n\r\n', 'GET //% HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n']) {
      const socket = connect(open.router.port, '127.0.0.1')
      await once(socket, 'connect')
      socket.end(bytes)
      socket.resume()
      await once(socket, 'close')
    }
    expect((await open.ask(me)).status).toBe(200)
  })
})

describe('trouble of our own', () => {
  test('is masked under an id that the log knows', async () => {
    const response = await open.ask({ query: '{ crash }' }, { accept: graphql })
    const { status, body } = await answered(response)
    expect([status, body]).toEqual([
      200,
      {
        data: { crash: null },
        errors: [
          {
            message: expect.stringMatching(/our side/),
            path: ['crash'],
            extensions: { code: 'INTERNAL', retriable: false, errorId: expect.any(String) },
          },
        ],
      },
    ])
  })

  test('in the router itself is masked too', async () => {
    const broken = await openRouter({
      verifier: {
        verify: async () => {
          throw new Error('secret path /etc/keys')
        },
      },
    })
    const { status, body } = await answered(await broken.ask(me, { authorization: 'Bearer ada' }))
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([500, 'INTERNAL'])
    expect(JSON.stringify(body)).not.toContain('secret')
    expect(broken.lines.join()).toContain('secret path')
    await broken.router.close()
  })

  test('of keys that cannot be read is told as such', async () => {
    const keyless = await openRouter({
      verifier: { verify: async () => Promise.reject(new Unavailable('Keys are away.')) },
    })
    const response = await keyless.ask(me, { authorization: 'Bearer ada' })
    expect(await answered(response)).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
    })
    await keyless.router.close()
  })
})
