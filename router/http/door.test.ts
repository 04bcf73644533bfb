import { afterEach, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import type { SubgraphRequest } from '../../platform/subgraph/index.ts'
import { until } from '../../platform/time/until.ts'
import { openRouter } from './router.example.ts'

let open: Awaited<ReturnType<typeof openRouter>>
afterEach(() => open.router.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const persisted = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } } })
const lots = '{ lots(first: 1) { id } }'
const oneLot = { data: { lots: [{ id: '1' }] } }
const json = async (response: Promise<Response>) => (await response).json()

describe('automatic persisted queries', () => {
  test('a document is sent once, and then by its hash, also with GET', async () => {
    open = await openRouter()
    const first = await open.ask(persisted(lots))
    expect(first.status).toBe(200)
    expect(await first.json()).toMatchObject({
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    })
    expect(await json(open.ask({ query: lots, ...persisted(lots) }))).toEqual(oneLot)
    expect(await json(open.ask(persisted(lots)))).toEqual(oneLot)
    const query = new URLSearchParams({ extensions: JSON.stringify(persisted(lots).extensions) })
    const headers = { 'apollo-require-preflight': '1' }
    expect(await json(fetch(`${open.base}/graphql?${query}`, { headers }))).toEqual(oneLot)
  })

  test('nothing is kept under a hash that is not its own, nor what could not be served', async () => {
    open = await openRouter()
    expect((await open.ask({ query: lots, ...persisted('{ other }') })).status).toBe(400)
    await open.ask({ query: '{ nothing }', ...persisted('{ nothing }') })
    for (const text of ['{ other }', '{ nothing }']) {
      expect(await json(open.ask(persisted(text)))).toMatchObject({ errors: [{ message: 'PersistedQueryNotFound' }] })
    }
  })

  test('the least used are forgotten within the memory allowed, and 0 switches them off', async () => {
    open = await openRouter({ persistedQueryBytes: 300 })
    const texts = ['a', 'b', 'c', 'd'].map((name) => `query ${name} ${lots}`)
    for (const query of texts) await open.ask({ query, ...persisted(query) })
    expect(await json(open.ask(persisted(texts[0]!)))).toMatchObject({
      errors: [{ message: 'PersistedQueryNotFound' }],
    })
    expect(await json(open.ask(persisted(texts[3]!)))).toEqual(oneLot)
    await open.router.close()
    open = await openRouter({ persistedQueryBytes: 0 })
    expect(await json(open.ask(persisted(lots)))).toMatchObject({
      errors: [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    })
  })
})

describe('a compressed request', () => {
  const ask = (encoding: string, body: Buffer) =>
    fetch(`${open.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
      body: new Uint8Array(body),
    })

  test('is read, within the limit of its size', async () => {
    open = await openRouter()
    const request = Buffer.from(JSON.stringify({ query: lots }))
    for (const [encoding, body] of [
      ['gzip', gzipSync(request)],
      ['br', brotliCompressSync(request)],
    ] as const)
      expect(await json(ask(encoding, body))).toEqual(oneLot)
    expect((await ask('gzip', gzipSync(Buffer.alloc(2_000_000, ' ')))).status).toBe(413)
    expect((await ask('gzip', request)).status).toBe(400)
    expect((await ask('compress', request)).status).toBe(415)
  })
})

describe('a list of operations', () => {
  test('is answered in its order, each with its own errors', async () => {
    open = await openRouter()
    const answers = await json(open.ask([{ query: lots }, { query: '{ nothing }' }, { query: '{ __typename }' }]))
    expect(answers).toMatchObject([
      oneLot,
      { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
      { data: { __typename: 'Query' } },
    ])
  })

  test.each([[[]], [Array(4).fill({ query: lots })], [[{ query: lots }, 1]]])('is refused: %#', async (list) => {
    open = await openRouter({ batchLimit: 3 })
    expect((await open.ask(list)).status).toBe(400)
    expect(open.asked).toEqual([])
  })

  test('is refused where lists are switched off', async () => {
    open = await openRouter({ batchLimit: 1 })
    expect((await open.ask([{ query: lots }])).status).toBe(400)
  })
})

async function raw(body: unknown, headers: Record<string, string>): Promise<IncomingMessage & { bytes: Buffer }> {
  const sent = httpRequest(`${open.base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  }).end(JSON.stringify(body))
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return Object.assign(response, { bytes: Buffer.concat(chunks) })
}

describe('a large answer', () => {
  const query = '{ lots(first: 200) { id title } }'
  test.each([
    ['gzip, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ])('is compressed for who accepts %s', async (accepted, encoding, decompress) => {
    open = await openRouter()
    const { headers, bytes } = await raw({ query }, { 'accept-encoding': accepted })
    expect([headers['content-encoding'], headers['cache-control']]).toEqual([encoding, 'no-store'])
    expect(headers.vary).toContain('accept-encoding')
    expect(JSON.parse(decompress(bytes).toString()).data.lots).toHaveLength(200)
  })

  test.each(['identity', 'gzip;q=0', 'zstd', '', ';;,='])(
    'is sent as it is for "%s", as a small one is',
    async (accepted) => {
      open = await openRouter()
      const large = await raw({ query }, { 'accept-encoding': accepted })
      expect([large.headers['content-encoding'], JSON.parse(large.bytes.toString()).data.lots.length]).toEqual([
        undefined,
        200,
      ])
      expect((await raw({ query: lots }, { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined()
    },
  )
})

describe('time', () => {
  /** Bids never answer, unless they are called off. */
  async function withSlowBids(options = {}) {
    const signals: AbortSignal[] = []
    open = await openRouter(options)
    const { subgraphs } = open
    await open.router.close()
    open = await openRouter({
      ...options,
      subgraphs: (name) => ({
        execute: (request: SubgraphRequest) => {
          if (name !== 'bids') return subgraphs(name).execute(request)
          signals.push(request.signal!)
          return new Promise(() => undefined)
        },
      }),
    })
    return signals
  }

  test('that is over leaves what is there, TIMED_OUT at the rest, and calls the subgraph off', async () => {
    const signals = await withSlowBids({ operationTimeoutMs: 200 })
    const { data, errors } = await json(open.ask({ query: '{ lots(first: 1) { id highest { id } } }' }))
    expect(data).toEqual({ lots: [{ id: '1', highest: null }] })
    expect(errors).toMatchObject([{ path: ['lots', 0], extensions: { code: 'TIMED_OUT', retriable: true } }])
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  test('is not spent on a client that hung up: the subgraph is called off', async () => {
    const signals = await withSlowBids()
    const controller = new AbortController()
    const asked = fetch(`${open.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ bid(id: "1") { id } }' }),
      signal: controller.signal,
    }).catch(() => 'gone')
    await until(() => signals.length === 1)
    controller.abort()
    expect(await asked).toBe('gone')
    await until(() => signals[0]!.aborted)
  })
})

test('directives are limited like everything else, in fragments too', async () => {
  open = await openRouter({ limits: { operation: { directives: 3 } } })
  const all = (count: number) => `{ ...F } fragment F on Query { __typename ${'@skip(if: false) '.repeat(count)} }`
  const { errors } = await json(open.ask({ query: all(4) }))
  expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }])
})

test('where plans are for everyone, whoever asks for one gets it', async () => {
  open = await openRouter({ explainsToAll: true })
  const ask = async (headers: Record<string, string>) => (await open.ask({ query: lots }, headers)).json()
  expect((await ask({ 'x-parley-explain': '1' })).extensions.queryPlan).toMatch(/Fetch\(service: "lots"\)/)
  expect(await ask({})).toEqual(oneLot)
})

test('the query plan is shown to operators alone', async () => {
  const secret = 'known-to-operators-only'
  open = await openRouter({ operatorSecret: secret })
  const ask = async (headers: Record<string, string>) => (await open.ask({ query: lots }, headers)).json()
  const { extensions, data } = await ask({ 'x-parley-operator': secret })
  expect(extensions.queryPlan).toMatch(/QueryPlan \{\s+Fetch\(service: "lots"\)/)
  expect(data).toEqual(oneLot.data)
  expect(await ask({ 'x-parley-operator': 'known-to-operators-onlx' })).toEqual(oneLot)
  expect(await ask({})).toEqual(oneLot)
})
