import { afterEach, expect, test } from '@jest/globals'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { openRouter } from '../../http/router.example.ts'
import { createRates, type RateLimits } from './rates.ts'

let open: Awaited<ReturnType<typeof openRouter>>
afterEach(() => open.router.close())

const none: RateLimits = { queries: 0, mutations: 0, subscriptions: 0, price: 0, address: 0 }
const openWith = async (limits: Partial<RateLimits>) => {
  open = await openRouter({ rates: createRates({ ...none, ...limits }, undefined) })
}
const lots = { query: '{ lots(first: 1) { id } }' }
const as = (name: string) => ({ authorization: `Bearer ${name}` })
const refusal = {
  errors: [{ extensions: { code: 'RATE_LIMITED', retriable: true, retryAfterMs: expect.any(Number) } }],
}

test('a viewer above a limit is told how long to wait, and every answer how much is left', async () => {
  await openWith({ queries: 2 })
  const first = await open.ask(lots, as('ada'))
  expect(first.headers.get('ratelimit-policy')).toBe('"queries";q=2;w=60')
  expect(first.headers.get('ratelimit')).toMatch(/^"queries";r=1;t=\d+$/)
  expect((await open.ask(lots, as('ada'))).status).toBe(200)
  const refused = await open.ask(lots, as('ada'))
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject(refusal)
})

test('viewers and classes of operations do not use up what is left to others', async () => {
  await openWith({ queries: 1, mutations: 1 })
  for (const name of ['ada', 'ben']) expect((await open.ask(lots, as(name))).status).toBe(200)
  expect((await open.ask(lots, as('ada'))).status).toBe(429)
  const bid = await open.ask({ query: 'mutation { __typename }' }, as('ada'))
  expect(bid.status).toBe(200)
})

test('an expensive operation uses up more than a cheap one', async () => {
  await openWith({ price: 12 })
  const answer = await open.ask(lots, as('ada'))
  expect(answer.headers.get('x-operation-cost')).toBe('10')
  expect(answer.headers.get('ratelimit')).toMatch(/^"price";r=2;t=/)
  expect((await open.ask(lots, as('ada'))).status).toBe(429)
})

test('an operation that is too expensive runs nothing, and uses up no more than a cheap one', async () => {
  open = await openRouter({ rates: createRates({ ...none, price: 25 }, undefined), costLimit: 20 })
  const dear = { query: '{ a: lots(first: 1) { id } b: lots(first: 1) { id } c: lots(first: 1) { id } }' }
  const refused = await open.ask(dear, as('ada'))
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_TOO_EXPENSIVE' } }] })
  expect(refused.headers.get('ratelimit')).toMatch(/^"price";r=24;t=/)
  expect((await open.ask(lots, as('ada'))).status).toBe(200)
})

test('those without a token share the limits of their network', async () => {
  await openWith({ address: 3 })
  expect((await open.ask(lots)).status).toBe(200)
  expect((await open.ask(lots, as('ada'))).status).toBe(200)
  expect((await open.ask(lots)).status).toBe(200)
  expect((await open.ask(lots)).status).toBe(429)
})

test('a subscription above the limit is refused as an error of that operation; the socket stays', async () => {
  await openWith({ subscriptions: 1 })
  const url = `${open.base.replace('http', 'ws')}/graphql`
  const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: as('ada'), retryAttempts: 0 })
  const query = 'subscription { lotEvents(lotId: "1") { rev } }'
  const running = client.iterate({ query })
  const one = running.next()
  await expect(client.iterate({ query }).next()).rejects.toMatchObject([refusal.errors[0]])
  const still = await client.iterate<{ lots: unknown[] }>(lots).next()
  expect(still.value).toEqual({ data: { lots: [{ id: '1' }] } })
  await running.return?.()
  await one
  await client.dispose()
})
