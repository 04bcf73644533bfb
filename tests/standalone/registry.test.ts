import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestDatabase, type TestDatabase } from '../../platform/database/testDatabase.ts'
import { runSchema } from '../../schema/index.ts'
import { until } from '../../platform/time/until.ts'
import { startRouterProcess, type RouterProcess } from './routerProcess.ts'
import { openShop, products, reviews } from './shop.example.ts'

const stars = '{ products { reviews { stars } } }'

let shop: Awaited<ReturnType<typeof openShop>>
let database: TestDatabase
let folder: string
let router: RouterProcess
let environment: Record<string, string>

beforeAll(async () => {
  shop = await openShop()
  database = await openTestDatabase('registry')
  folder = mkdtempSync(join(tmpdir(), 'parley-registry-'))
  environment = {
    PARLEY_DATA: join(folder, 'data'),
    PARLEY_SUPERGRAPH: 'registry:production',
    PARLEY_SUPERGRAPH_WATCH_MS: '100',
    // The suite asks more than a client may.
    PARLEY_RATE_QUERIES: '0',
    PARLEY_RATE_ADDRESS: '0',
    PARLEY_RATE_PRICE: '0',
    PARLEY_USAGE: 'registry:production',
    PARLEY_USAGE_FLUSH_MS: '100',
    // A file has its place in the data folder.
    ...(database.url.startsWith('mysql:') ? { PARLEY_REGISTRY_DATABASE_URL: database.url } : {}),
  }
})
afterAll(async () => {
  await router?.stop()
  await shop.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** `parley schema …` on the shop, in its folder. */
async function schema(...args: string[]): Promise<{ code: number; text: string }> {
  let text = ''
  const say = (more: string) => void (text += more)
  const code = await runSchema(args, { cwd: folder, env: environment, color: false, out: say, err: say })
  return { code, text }
}

function publish(sdl: { products?: string; reviews?: string } = {}) {
  writeFileSync(join(folder, 'products.graphql'), sdl.products ?? products)
  writeFileSync(join(folder, 'reviews.graphql'), sdl.reviews ?? reviews)
  return schema(
    ...['publish', '--environment', 'production'],
    ...['--subgraph', 'products=products.graphql', '--url', `products=${shop.urls.products}`],
    ...['--subgraph', 'reviews=reviews.graphql', '--url', `reviews=${shop.urls.reviews}`],
  )
}

/** Is the field in the schema that clients see? The subgraphs themselves stay as they are. */
async function isShown(field: string): Promise<boolean> {
  const { data } = await router.ask('{ __type(name: "Review") { fields { name } } }')
  return JSON.stringify(data).includes(`"${field}"`)
}
const isServed = async (query: string) => (await router.ask(query)).errors === undefined

describe('`parley router --supergraph registry:production`', () => {
  test('refuses to start while nothing is published, and says what to do', async () => {
    await expect(startRouterProcess([], environment)).rejects.toThrow('parley schema publish --environment production')
  })

  test('serves what is published', async () => {
    expect(await publish()).toMatchObject({ code: 0 })
    router = await startRouterProcess([], environment)
    expect(await router.ask(stars)).toMatchObject({ data: { products: [{ reviews: [{ stars: 4 }] }, {}] } })
  })

  test('swaps a newer version in without a request lost', async () => {
    const dropped: unknown[] = []
    let asking = true
    const asked = (async () => {
      while (asking) if (!(await isServed(stars).catch(() => false))) dropped.push(stars)
    })()
    expect(await publish({ reviews: reviews.replace('stars: Int!', 'stars: Int!\n text: String') })).toMatchObject({
      code: 0,
    })
    await until(() => isShown('text'), 'the router does not show the new field')
    asking = false
    await asked
    expect(dropped).toEqual([])
  })

  test('never gets a publication that does not compose, or that breaks a client which it has seen', async () => {
    const before = await schema('fetch', '--environment', 'production')
    const broken = await publish({ reviews: `${reviews}\n type Query { products: Int }` })
    expect(broken.code).toBe(1)
    await until(
      async () =>
        (await schema('usage', '--environment', 'production', '--field', 'Review.stars')).text.includes('Review.stars'),
      'no usage was recorded',
    )
    const breaking = await publish({ reviews: reviews.replace('stars', 'points') })
    expect(breaking).toMatchObject({
      code: 1,
      text: expect.stringContaining('Review.stars: Field "stars" was removed'),
    })
    expect(breaking.text).toMatch(/asked [\d,]+ recorded requests?, last on/)
    expect(await schema('fetch', '--environment', 'production')).toEqual(before)
    expect(await isServed(stars)).toBe(true)
  })

  test('goes back with one command', async () => {
    const { code, text } = await schema('rollback', '--environment', 'production')
    expect([code, text]).toEqual([0, expect.stringContaining('serves version 1 again, as version 3')])
    await until(async () => !(await isShown('text')), 'the router still shows the field')
    expect(await isServed(stars)).toBe(true)
  })
})
