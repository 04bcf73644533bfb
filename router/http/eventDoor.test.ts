import { afterEach, expect, test } from '@jest/globals'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { until } from '../../platform/time/until.ts'
import { bidPlaced } from '../supergraph/auction.example.ts'
import { openRouter } from './router.example.ts'

const secret = 'shared-with-subgraphs'
let open: Awaited<ReturnType<typeof openRouter>>
afterEach(() => open.router.close())

const post = (body: unknown, authorization = `Bearer ${secret}`) =>
  fetch(`${open.base}/events`, { method: 'POST', headers: { authorization }, body: JSON.stringify(body) })
const event = (rev: number) => ({ topic: 'lot:1', rev, payload: bidPlaced(rev) })

test('events that a subgraph posts reach the subscribers of their topic, in order', async () => {
  open = await openRouter({ eventsSecret: secret })
  const seen: unknown[] = []
  const client = createClient({
    url: `${open.base.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: 'Bearer ada' },
  })
  const query = 'subscription { lotEvents(lotId: "1", after: 6) { rev } }'
  client.subscribe<{ lotEvents: { rev: number } }>(
    { query },
    { next: ({ data }) => seen.push(data?.lotEvents.rev), error: () => seen.push('error'), complete: () => undefined },
  )
  await until(() => seen.length === 1)
  expect((await post([event(8), event(9)])).status).toBe(204)
  expect((await post(event(10))).status).toBe(204)
  await until(() => seen.length === 4)
  expect(seen).toEqual([7, 8, 9, 10])
  await client.dispose()
})

test.each([
  ['a wrong secret', 401, event(8), 'Bearer shared-with-nobody-at-all'],
  ['no event', 400, { topic: 'lot:1' }, undefined],
  ['a position that is none', 400, { ...event(8), rev: -1 }, undefined],
  ['too many', 400, Array(1_001).fill({ topic: 'a', rev: 1, payload: { __typename: 'A' } }), undefined],
])('%s is refused: %d', async (_what, status, body, authorization) => {
  open = await openRouter({ eventsSecret: secret })
  expect((await post(body, authorization)).status).toBe(status)
})

test('without a secret there is no such door', async () => {
  open = await openRouter()
  expect((await post(event(8))).status).toBe(404)
})
