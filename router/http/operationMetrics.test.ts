import { afterEach, expect, test } from '@jest/globals'
import { openAuction } from '../supergraph/auction.example.ts'
import { openRouter } from './router.example.ts'

let open: Awaited<ReturnType<typeof openRouter>>
afterEach(() => open.router.close())

const lots = '{ lots(first: 1) { id } }'

test('operations are measured by name, and the names that strangers make up are counted together', async () => {
  open = await openRouter()
  for (let i = 0; i < 210; i++) await open.ask({ query: `query Name${i} { __typename }` })
  const metrics = await (await fetch(`${open.base}/metrics`)).text()
  expect(metrics).toMatch(/operation_milliseconds_count\{kind="query",name="Name0",status="200"\} 1/)
  expect(metrics).toMatch(/operation_milliseconds_count\{kind="query",name="\(other\)",status="200"\} 10/)
})

test('errors are counted by code, what is refused too, and requests to subgraphs by what came of them', async () => {
  const { subgraphs } = openAuction()
  const inventive = async () => {
    const codes = Array.from({ length: 110 }, (_, n) => `CODE_${n}`)
    return { errors: [{ message: 'no', extensions: { code: codes[asked++] } }] }
  }
  let asked = 0
  open = await openRouter({ subgraphs: (name) => (name === 'bids' ? { execute: inventive } : subgraphs(name)) })
  await open.ask('{"query": ')
  await open.ask({ query: '{ nonsense }' })
  await open.ask([{ query: lots }, { query: '{ nonsense }' }])
  await open.ask({ query: lots }, { authorization: 'Bearer ???' })
  for (let n = 0; n < 110; n++) await open.ask({ query: '{ bid(id: "1") { id } }' })
  const metrics = await (await fetch(`${open.base}/metrics`)).text()
  const count = (series: string) =>
    Number(
      metrics
        .split('\n')
        .find((line) => line.startsWith(series))
        ?.split(' ')
        .at(-1),
    )
  expect(count('parley_router_errors_total{code="BAD_REQUEST"}')).toBe(1)
  expect(count('parley_router_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(2)
  expect(count('parley_router_errors_total{code="UNAUTHENTICATED"}')).toBe(1)
  expect(count('parley_router_errors_total{code="CODE_0"}')).toBe(1)
  expect(count('parley_router_errors_total{code="(other)"}')).toBeGreaterThan(10)
  expect(metrics.match(/^parley_router_errors_total\{/gm)).toHaveLength(101)
  expect(count('parley_router_fetch_milliseconds_count{subgraph="lots",outcome="ok"}')).toBe(1)
  expect(count('parley_router_fetch_milliseconds_count{subgraph="bids",outcome="errors"}')).toBe(110)
})
