/** `proxy.ts SUBGRAPH PORT`: the least that a router can do. It parses, forwards one request, parses and answers. */
import { createServer } from 'node:http'
import { Pool } from 'undici'

const [, , subgraph, port] = process.argv
const { origin, pathname } = new URL(subgraph!)
const pool = new Pool(origin)

createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { query, variables } = JSON.parse(String(Buffer.concat(chunks))) as Record<string, unknown>
  const { authorization = '' } = request.headers
  const headers = { 'content-type': 'application/json', authorization }
  const body = JSON.stringify({ query, variables })
  const answer = await pool.request({ method: 'POST', path: pathname, headers, body })
  const bytes = Buffer.from(JSON.stringify(await answer.body.json()))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes)
}).listen(Number(port), '127.0.0.1')
