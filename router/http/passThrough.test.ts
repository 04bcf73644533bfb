import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Agent, get, request as send, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { NotFound } from '../../platform/errors.ts'
import {
  jsonReply,
  listenSubgraph,
  type PlainHandler,
  type RemoteSubgraph,
  type SubgraphServer,
} from '../../platform/subgraph/index.ts'
import { remoteSubgraph } from '../../platform/subgraph/remoteSubgraph.ts'
import { createSubgraph } from '../../platform/subgraph/createSubgraph.ts'
import { createLogger, createMetrics } from '../../platform/telemetry/index.ts'
import { until } from '../../platform/time/until.ts'
import { openRouter } from './router.example.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const claim = { prefix: '/parts/', methods: ['GET', 'POST', 'PUT'], bodyLimitBytes: 100, mostOpen: 2, idleMs: 60_000 }
const megabyte = 'x'.repeat(1_048_575) + '\n'

/** What the subgraph has given out, and which of its streams are open. */
let given: number
let openStreams: number
/** What has come of an upload so far. */
let received: number

const plain: PlainHandler = async (request) => {
  const { pathname } = new URL(request.url, 'http://parts')
  if (pathname === '/parts/echo') {
    const { method, url, headers, body, authorization, address, traceparent } = request
    return jsonReply(
      201,
      { method, url, headers, body: body.toString(), authorization, address: !!address, traceparent },
      { etag: '"e"' },
    )
  }
  if (pathname === '/parts/upload') {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of request.stream!) {
      bytes += (chunk as Buffer).length
      hash.update(chunk as Buffer)
      received = bytes
      if (request.url.endsWith('?refused')) throw new NotFound('No more of this is wanted.')
    }
    return jsonReply(200, { bytes, digest: hash.digest('hex'), held: request.body.length })
  }
  if (pathname !== '/parts/stream') throw new NotFound('There is no such part.')
  openStreams += 1
  const count = Number(new URL(request.url, 'http://parts').searchParams.get('megabytes'))
  const body = Readable.from(megabytes(count), { objectMode: false, highWaterMark: 16_384 })
  body.once('close', () => (openStreams -= 1))
  return { status: 200, headers: { 'content-type': 'application/x-ndjson' }, body }
}

function* pieces(bytes: number) {
  for (let left = bytes; left > 0; left -= 65_536) yield Buffer.alloc(Math.min(left, 65_536), 7)
}

async function* megabytes(count: number) {
  for (let n = 0; n < count; n++) {
    given += 1
    yield megabyte
  }
}

const aSubgraph = () =>
  createSubgraph({
    name: 'parts',
    typeDefs: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9") type Query { nothing: Int }',
    resolvers: {},
    context: ({ viewer }) => ({ viewer }),
    plain,
    verifier: { verify: () => Promise.reject(new Error('not asked')) },
    logger,
  })

describe.each(['in this process', 'behind HTTP'])('what a subgraph %s claims', (where) => {
  let server: SubgraphServer | undefined
  let remote: RemoteSubgraph | undefined
  let opened: Awaited<ReturnType<typeof openRouter>>
  beforeEach(async () => {
    given = openStreams = received = 0
    const subgraph = aSubgraph()
    if (where === 'behind HTTP') {
      const metrics = createMetrics({ process: false })
      server = await listenSubgraph(subgraph, { port: 0, host: '127.0.0.1', checks: {}, metrics, logger, drainMs: 100 })
      remote = remoteSubgraph(`http://127.0.0.1:${server.port}/graphql`, { timeoutMs: 5_000, logger })
    }
    opened = await openRouter({ passThroughs: [{ ...claim, client: remote ?? subgraph }] })
  })
  afterEach(async () => {
    await opened.router.close()
    await remote?.close()
    await server?.close()
    remote = server = undefined
  })

  const at = (path: string) => `${opened.base}/parts/${path}`

  test('is passed there and back as it is: method, query, body, some headers, the viewer', async () => {
    const headers = { 'content-type': 'text/x', 'idempotency-key': 'k', cookie: 'no', authorization: 'Bearer ada' }
    const answer = await fetch(at('echo?a=%20b&c'), { method: 'POST', headers, body: 'body' })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('etag')).toBe('"e"')
    const echoed = (await answer.json()) as { headers: Record<string, string> }
    expect(echoed).toMatchObject({ method: 'POST', url: '/parts/echo?a=%20b&c', body: 'body', address: true })
    expect(echoed).toMatchObject({ authorization: 'Bearer ada' })
    expect(echoed.headers).toMatchObject({ 'content-type': 'text/x', 'idempotency-key': 'k' })
    expect(echoed.headers).not.toHaveProperty('cookie')
  })

  test('is refused at the door where the method, the size or the token is wrong, and by the subgraph otherwise', async () => {
    const code = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(at(path), init)
      const body = (await answer.json()) as { errors: { extensions: { code: string } }[] }
      return [answer.status, body.errors[0]!.extensions.code]
    }
    expect(await code('echo', { method: 'DELETE' })).toEqual([405, 'BAD_REQUEST'])
    expect(await code('echo', { method: 'POST', body: 'x'.repeat(101) })).toEqual([413, 'REQUEST_TOO_LARGE'])
    expect(await code('echo', { headers: { authorization: 'Basic YWRh' } })).toEqual([401, 'UNAUTHENTICATED'])
    expect(await code('nothing')).toEqual([404, 'NOT_FOUND'])
  })

  test('hears of the trace that it is a part of', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    expect(await (await fetch(at('echo'), { headers: { traceparent } })).json()).toMatchObject({ traceparent })
  })

  test('streams more than an answer of GraphQL may have, whole', async () => {
    const answer = await fetch(at('stream?megabytes=40'), { headers: { 'accept-encoding': 'identity' } })
    let bytes = 0
    for await (const chunk of answer.body!) bytes += chunk.length
    expect(bytes).toBe(40 * 1_048_576)
    const compressed = await fetch(at('stream?megabytes=3'))
    expect(compressed.headers.get('content-encoding')).toBe('gzip')
    expect(await compressed.text()).toBe(megabyte.repeat(3))
    expect(openStreams).toBe(0)
  })

  describe('by PUT', () => {
    const many = 20 * 1_048_576
    const bodyOf = (bytes: number) => Readable.from(pieces(bytes), { objectMode: false })
    const agent = new Agent({ keepAlive: true })
    afterEach(() => agent.destroy())
    const put = async (path: string, body: Readable, headers: Record<string, number> = {}) => {
      // As clients do: a connection that ends with its answer could end before that is read.
      const request = send(at(path), { method: 'PUT', headers, agent })
      // Of what it still writes when it has its answer.
      request.on('error', () => {})
      body.pipe(request)
      const [answer] = (await once(request, 'response')) as [IncomingMessage]
      body.unpipe(request)
      return { status: answer.statusCode, body: JSON.parse(await text(answer)) }
    }
    beforeEach(async () => {
      await opened.router.close()
      const client = remote ?? aSubgraph()
      opened = await openRouter({ passThroughs: [{ ...claim, bodyLimitBytes: many, client }] })
    })

    test('is handed on as it comes, whole, and held by nobody', async () => {
      const digest = createHash('sha256').update(Buffer.alloc(many, 7)).digest('hex')
      for (const headers of [{}, { 'content-length': many }] as Record<string, number>[]) {
        const answer = await put('upload', bodyOf(many), headers)
        expect(answer).toEqual({ status: 200, body: { bytes: many, digest, held: 0 } })
      }
    })

    test('is refused above its limit, announced or not, and the subgraph never has more', async () => {
      const tooLarge = { status: 413, body: { errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] } }
      expect(await put('upload', bodyOf(1), { 'content-length': many + 1 })).toMatchObject(tooLarge)
      expect(received).toBe(0)
      await expect(put('upload', bodyOf(many + 1_048_576))).resolves.toMatchObject({ status: expect.any(Number) })
      expect(received).toBeLessThanOrEqual(many)
    })

    test('gets its answer although the subgraph does not want the rest', async () => {
      const answer = await put('upload?refused', bodyOf(many), { 'content-length': many })
      expect(answer).toMatchObject({ status: 404, body: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } })
    })
  })

  const begin = async () => {
    const request = get(at('stream?megabytes=1000'), { agent: false })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    response.once('readable', () => response.read(1))
    await once(response, 'readable')
    return request
  }

  test('is produced no faster than it is taken, ends when the client hangs up, and is bounded in number', async () => {
    const [first, second] = [await begin(), await begin()]
    const third = await fetch(at('echo'))
    expect([third.status, third.headers.get('retry-after')]).toEqual([503, '2'])
    expect(openStreams).toBe(2)
    first.destroy()
    second.destroy()
    await until(() => openStreams === 0, 'both streams are closed')
    expect(given).toBeLessThan(200)
    expect((await fetch(at('echo'))).status).toBe(201)
  })

  test('is cut off where the subgraph goes away in the middle, so that nobody takes it for whole', async () => {
    if (!server) return
    const answer = await fetch(at('stream?megabytes=1000'), { headers: { 'accept-encoding': 'identity' } })
    const reader = answer.body!.getReader()
    await reader.read()
    const read = (async () => {
      while (!(await reader.read()).done);
    })()
    await server.close()
    await expect(read).rejects.toThrow()
    expect((await fetch(at('echo'))).status).toBe(503)
  })
})

test('what stands still too long is given up', async () => {
  given = openStreams = received = 0
  const { router, base } = await openRouter({ passThroughs: [{ ...claim, idleMs: 200, client: aSubgraph() }] })
  const request = get(`${base}/parts/stream?megabytes=1000`, { agent: false })
  request.on('error', () => {})
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.on('error', () => {})
  // Nobody reads.
  await until(() => openStreams === 0, 'the stream is closed')
  request.destroy()
  await router.close()
})
