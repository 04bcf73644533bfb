import { expect, test } from '@jest/globals'
import WebSocket from 'ws'
import { createClient } from 'graphql-ws'
import { MemoryPubSub } from '../../platform/events/memory/memoryPubSub.ts'
import { createLogger } from '../../platform/telemetry/index.ts'
import { openRouter } from '../http/router.example.ts'
import { until } from '../../platform/time/until.ts'
import { bidPlaced, composeAuction } from './auction.example.ts'

test('a socket and its subscription stay through a new supergraph, and new operations run on the new one', async () => {
  const pubsub = new MemoryPubSub({ logger: createLogger({ log: { level: 'silent', format: 'json' } }) })
  const { router, base, ask } = await openRouter({ pubsub })
  const seen: unknown[] = []
  let closes = 0
  const client = createClient({
    url: `${base.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: 'Bearer ada' },
    retryAttempts: 0,
    on: { closed: () => closes++ },
  })
  const query = 'subscription { lotEvents(lotId: "1", after: 6) { rev } }'
  client.subscribe({ query }, { next: (value) => seen.push(value), error: () => closes++, complete: () => closes++ })
  await until(() => seen.length === 1)

  expect((await (await ask({ query: '{ crash }' })).json()).data).toEqual({ crash: null })
  expect(router.replaceSupergraph(composeAuction().replace('crash: String', 'cash: String'))).toBe(true)
  expect((await (await ask({ query: '{ crash }' })).json()).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')

  await pubsub.publish('lot:1', JSON.stringify({ topic: 'lot:1', rev: 8, payload: bidPlaced(8) }))
  await until(() => seen.length === 2)
  expect([seen.at(-1), closes]).toEqual([{ data: { lotEvents: { rev: 8 } } }, 0])
  // Who asks for the same now shares the group of those who have stayed.
  const groups = async () => /^parley_realtime_groups (\d+)/m.exec(await (await fetch(`${base}/metrics`)).text())?.[1]
  const late: unknown[] = []
  await until(async () => {
    const stop = client.subscribe(
      { query },
      { next: (value) => late.push(value), error: () => closes++, complete: () => {} },
    )
    await until(() => late.length > 0)
    if ((await groups()) === '1') return true
    late.length = 0
    return stop()
  })
  await client.dispose()
  await router.close()
})

test.each([
  '',
  'type Query { a: Int }',
  '{',
  composeAuction().replace('@join__type(graph: LOTS', '@join__type(graph: NONE'),
])('a broken supergraph changes nothing: %#', async (sdl) => {
  const { router, ask, lines, base } = await openRouter()
  expect(router.replaceSupergraph(sdl)).toBe(false)
  expect((await (await ask({ query: '{ lots(first: 1) { id } }' })).json()).data).toEqual({ lots: [{ id: '1' }] })
  expect(lines.join('')).toContain('the old one is served on')
  expect(await (await fetch(`${base}/metrics`)).text()).toContain('parley_router_supergraph_refused 1')
  await router.close()
})
