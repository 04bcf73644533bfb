import { afterEach, expect, test } from '@jest/globals'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { remoteSubgraph, type RemoteSubgraph } from '../../platform/subgraph/remoteSubgraph.ts'
import { createLogger } from '../../platform/telemetry/index.ts'
import { openAuction } from '../supergraph/auction.example.ts'
import { openRouter } from './router.example.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const json = (body: unknown) => (response: ServerResponse) =>
  void response.setHeader('content-type', 'application/json').end(JSON.stringify(body))

const bomb = gzipSync(Buffer.alloc(40_000_000, ' '))

let server: Server
let remote: RemoteSubgraph
let router: Awaited<ReturnType<typeof openRouter>>
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await router.router.close()
})

test.each<[string, (response: ServerResponse) => void]>([
  ['hangs', () => undefined],
  ['hangs up', (response) => void response.destroy()],
  ['answers HTML', (response) => void response.setHeader('content-type', 'text/html').end('<h1>502</h1>')],
  ['answers garbage', (response) => void response.end(Buffer.from([0, 255, 1, 254]))],
  ['answers half of it', (response) => void response.writeHead(200, { 'content-length': 99 }).end('{"data":')],
  ['answers nothing', (response) => void response.end()],
  ['answers null', json(null)],
  ['answers a list', json([])],
  ['answers data of the wrong type', json({ data: 7 })],
  ['answers entities of the wrong type', json({ data: { _entities: 'all' } })],
  ['answers too few entities', json({ data: { _entities: [] } })],
  ['answers fields of the wrong type', json({ data: { _entities: [{ highest: 7 }, { highest: [1] }] } })],
  ['answers errors of the wrong type', json({ data: null, errors: 'all wrong' })],
  [
    'answers prototype keys',
    (response) =>
      void response.end('{"data":{"_entities":[{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}]}}'),
  ],
  ['answers too much', (response) => void flood(response)],
  [
    'answers a few bytes that hold too much',
    (response) => void response.setHeader('content-encoding', 'gzip').end(bomb),
  ],
])('a subgraph that %s costs its own fields, with errors at their paths; the rest is there', async (_what, answer) => {
  server = createServer((request, response) => {
    request.resume().on('end', () => answer(response))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  remote = remoteSubgraph(url, { timeoutMs: 1_000, logger })
  const { subgraphs } = openAuction()
  router = await openRouter({ subgraphs: (name) => (name === 'bids' ? remote : subgraphs(name)) })

  const response = await router.ask({ query: '{ lots(first: 2) { id title highest { id } } }' })
  const { data, errors } = (await response.json()) as {
    data: object
    errors: { path: unknown[]; extensions: object }[]
  }
  expect([response.status, data]).toEqual([
    200,
    { lots: ['1', '2'].map((id) => ({ id, title: `Lot ${id}`, highest: null })) },
  ])
  expect(errors.length).toBeGreaterThan(0)
  for (const { path, extensions } of errors) {
    expect(path.slice(0, 1)).toEqual(['lots'])
    expect(extensions).toMatchObject({ code: expect.stringMatching(/^(UNAVAILABLE|INTERNAL)$/) })
  }
  expect(({} as { x?: number }).x).toBeUndefined()
  await remote.close()
})

/** More than a router takes. */
function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(1_000_000, ' ')
  let left = 40
  const write = (): void => {
    while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', write)
    response.end('{}')
  }
  write()
}
