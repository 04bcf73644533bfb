import { once } from 'node:events'
import { createServer, request as send, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { jsonReply } from '../../platform/subgraph/index.ts'
import { createMetrics } from '../../platform/telemetry/index.ts'
import { Deadlines } from '../../platform/time/deadlines.ts'
import { deadline } from './deadline.ts'
import { passThroughs } from './passThrough.ts'

let close: () => void
afterEach(() => close())

/** A request to `answer` on its way; destroyed, its client hangs up. */
async function ask(method: string, answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  close = () => void server.close()
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const headers = { authorization: 'Bearer ada' }
  const asking = send({ host: '127.0.0.1', port, path: '/parts/echo', method, headers, agent: false })
  asking.on('error', () => {})
  asking.end(method === 'GET' ? undefined : 'body')
  return asking
}

test.each(['GET', 'POST', 'PUT'])('a passed %s whose client goes while its token is read is over', async (method) => {
  const verifying = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  const passed = Promise.withResolvers<boolean>()
  const verify = async () => {
    verifying.resolve()
    await gone.promise
    return { userId: 'ada', sessionId: 's', isGuest: false, expiresAt: Infinity }
  }
  const parts = { verifier: { verify }, addressOf: () => undefined, metrics: createMetrics({ process: false }) }
  const client = {
    execute: () => Promise.reject(new Error('not asked')),
    pass: async () => jsonReply(200, {}),
  }
  const claim = { prefix: '/parts/', methods: [method], bodyLimitBytes: 100, mostOpen: 1, idleMs: 60_000, client }
  const pass = passThroughs([claim], parts)
  const asking = await ask(method, (request, response) => {
    response.once('close', () => gone.resolve())
    const url = new URL(request.url!, 'http://parts')
    pass(request, response, { url, requestId: 'r' }).then(passed.resolve, passed.reject)
  })
  await verifying.promise
  asking.destroy()
  expect(await passed.promise).toBe(true)
})

test('an operation whose client went before it begins is called off from the start', async () => {
  const arrived = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<AbortSignal>()
  const asking = await ask('GET', (_request, response) => {
    response.once('close', () => begun.resolve(deadline(response, new Deadlines(60_000)).signal))
    arrived.resolve()
  })
  await arrived.promise
  asking.destroy()
  expect((await begun.promise).aborted).toBe(true)
})
