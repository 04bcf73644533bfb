import { beforeEach, describe, expect, test } from '@jest/globals'
import { TimedOut } from '../../platform/errors.ts'
import { createLogger } from '../../platform/telemetry/index.ts'
import { composeAuction, openAuction } from './auction.example.ts'
import { buildSupergraph, sharing, type PreparedOperation, type RequestContext, type Supergraph } from './index.ts'

const sdl = composeAuction()
const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const ada: RequestContext = { authorization: 'Bearer ada', viewer: undefined, requestId: 'r' }
const eve: RequestContext = { ...ada, authorization: 'Bearer eve' }

let auction: ReturnType<typeof openAuction>
let graph: Supergraph
beforeEach(() => {
  auction = openAuction()
  graph = sharing(buildSupergraph({ sdl, subgraphs: auction.subgraphs, logger }))
})

const prepared = (query: string) => graph.prepare(query) as PreparedOperation
const me = 'query ($n: Int = 1) { me { name } lots(first: $n) { id } }'

describe('equal queries in flight at once', () => {
  test('of one viewer share one execution, and nothing is kept for those that come later', async () => {
    const alone = (await graph.execute(prepared(me), {}, ada)).body
    const once = auction.asked.length
    const bodies = await Promise.all([1, 2, 3].map(async () => (await graph.execute(prepared(me), {}, ada)).body))
    expect(bodies).toEqual([alone, alone, alone])
    expect(auction.asked).toHaveLength(2 * once)
    await graph.execute(prepared(me), {}, ada)
    expect(auction.asked).toHaveLength(3 * once)
  })

  test('are equal by the variables that they use, however deep the others are', async () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    const before = auction.asked.length
    const asked = [{}, { n: 1 }, { n: 1, other: deep }].map((given) => graph.execute(prepared(me), given, ada))
    const bodies = (await Promise.all(asked)).map(({ body }) => body)
    expect(new Set(bodies).size).toBe(1)
    expect(auction.asked).toHaveLength(before + 2)
  })

  test('of two viewers, with other variables, and mutations do not', async () => {
    const [own, other, two] = await Promise.all([
      graph.execute(prepared(me), {}, ada),
      graph.execute(prepared(me), {}, eve),
      graph.execute(prepared(me), { n: 2 }, ada),
    ])
    expect(JSON.parse(own.body).data.me).toEqual({ name: 'ADA' })
    expect(JSON.parse(other.body).data.me).toEqual({ name: 'EVE' })
    expect(JSON.parse(two.body).data.lots).toHaveLength(2)
    const before = auction.asked.length
    const rename = prepared('mutation { rename(input: { name: "bob" }) { id } }')
    await Promise.all([graph.execute(rename, {}, ada), graph.execute(rename, {}, ada)])
    expect(auction.asked).toHaveLength(before + 2)
  })

  test('go on while one of them listens, and end when nobody does', async () => {
    const [first, second] = [new AbortController(), new AbortController()]
    const running = [first, second].map(({ signal }) => graph.execute(prepared(me), {}, { ...ada, signal }))
    first.abort()
    expect((await running[1])!.errors).toEqual([])
    const both = [new AbortController(), new AbortController()]
    const called = both.map(({ signal }) => graph.execute(prepared(me), {}, { ...ada, signal }))
    for (const one of both) one.abort()
    for (const answer of await Promise.all(called)) expect(answer.errors).not.toEqual([])
  })

  test('end together when the time of one is over', async () => {
    const [first, second] = [new AbortController(), new AbortController()]
    const running = [first, second].map(({ signal }) => graph.execute(prepared(me), {}, { ...ada, signal }))
    first.abort(new TimedOut('It took too long.'))
    for (const answer of await Promise.all(running)) expect(answer.errors[0]!.extensions!['code']).toBe('TIMED_OUT')
  })
})
