/** A subgraph of entities, the same for all routers: it answers as many as it is asked for, in a process of its own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

process.once('disconnect', () => process.exit())
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { variables } = JSON.parse(String(Buffer.concat(chunks))) as { variables: { representations: unknown[] } }
  const _entities = variables.representations.map(() => ({ name: 'Ada', title: 'Talk' }))
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { _entities } }))
})
// Longer than clients keep an idle connection.
server.keepAliveTimeout = 120_000
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
