import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'
import { until } from '../../platform/time/until.ts'
import { startRouterProcess, type RouterProcess } from './routerProcess.ts'
import { composeShop, openShop, urlOf } from './shop.example.ts'

const QUERY = '{ products { name reviews { stars } } }'
const ANSWER = { data: { products: ['Chair', 'Table'].map((name, at) => ({ name, reviews: [{ stars: at + 4 }] })) } }
const nowhere = 'http://127.0.0.1:9/graphql'

let shop: Awaited<ReturnType<typeof openShop>>
let folder: string
const running: RouterProcess[] = []

async function start(urls: { products: string; reviews: string }, options: string[] = [], env = {}) {
  const file = join(folder, `supergraph-${running.length}.graphql`)
  await writeFile(file, composeShop(urls))
  const router = await startRouterProcess(['--supergraph', file, ...options], env)
  running.push(router)
  return router
}

beforeAll(async () => {
  shop = await openShop()
  folder = await mkdtemp(join(tmpdir(), 'parley-router-'))
})
afterAll(async () => {
  await Promise.all(running.map((router) => router.stop()))
  await shop.close()
  await rm(folder, { recursive: true })
})

describe('`parley router --supergraph FILE` with nothing around it', () => {
  test('serves the supergraph, its subgraphs found by the addresses in it', async () => {
    const router = await start(shop.urls)
    expect(await router.ask(QUERY)).toEqual(ANSWER)
    expect((await fetch(`${router.url}/health/ready`)).status).toBe(200)
    expect((await fetch(`${router.url}/.well-known/jwks.json`)).status).toBe(404)
  })

  test('has no web client: / leads to the API', async () => {
    const response = await fetch(`${running[0]!.url}/`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql'])
    expect((await fetch(`${running[0]!.url}/c/1`, { headers: { accept: 'text/html' } })).status).toBe(404)
  })

  test('passes any authorization on as it came, since none is configured', async () => {
    const { data } = await running[0]!.ask('{ token }', { authorization: 'Basic YTpi' })
    expect(data).toEqual({ token: 'Basic YTpi' })
  })

  test('an address given as --subgraph wins over that in the file', async () => {
    const router = await start({ products: nowhere, reviews: nowhere }, [
      ...['--subgraph', `products=${shop.urls.products}`],
      ...['--subgraph', `reviews=${shop.urls.reviews}`],
    ])
    expect(await router.ask(QUERY)).toEqual(ANSWER)
  })

  test('a subgraph that is down from the start costs its own fields only', async () => {
    const router = await start({ ...shop.urls, reviews: nowhere })
    expect(await router.ask('{ products { name } }')).toMatchObject({ data: { products: [{ name: 'Chair' }, {}] } })
    const { errors } = await router.ask(QUERY)
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }, {}])
  })

  test('with PARLEY_JWKS_URL verifies tokens of any issuer, and lets nobody in with a wrong one', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256')
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'a', alg: 'RS256' }] }
    const issuer = createServer((_request, response) => response.end(JSON.stringify(keys))).listen(0, '127.0.0.1')
    await once(issuer, 'listening')
    const router = await start(shop.urls, [], { PARLEY_JWKS_URL: urlOf(issuer), PARLEY_TOKEN_ISSUER: 'shop' })
    const sign = (iss: string) =>
      new SignJWT({ iss, sub: 'ada' }).setProtectedHeader({ alg: 'RS256', kid: 'a' }).setExpirationTime('1h')
    const good = `Bearer ${await sign('shop').sign(privateKey)}`
    expect(await router.ask('{ token }', { authorization: good })).toEqual({ data: { token: good } })
    const forged = (await generateKeyPair('RS256')).privateKey
    for (const wrong of [await sign('other').sign(privateKey), await sign('shop').sign(forged), 'x']) {
      const { errors } = await router.ask('{ token }', { authorization: `Bearer ${wrong}` })
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    }
    issuer.closeAllConnections()
    issuer.close()
  })

  test('takes a new supergraph from its file without dropping a request, and refuses a broken one', async () => {
    const router = await start(shop.urls, [], { PARLEY_SUPERGRAPH_WATCH_MS: '50' })
    const file = join(folder, `supergraph-${running.length - 1}.graphql`)
    let asking = true
    const answers: unknown[] = []
    const askOn = (async () => {
      while (asking) answers.push(await router.ask(QUERY))
    })()
    const renamed = composeShop(shop.urls).replaceAll('token: String', 'ticket: String')
    await writeFile(file, renamed)
    await until(
      async () => 'errors' in (await router.ask('{ token }')),
      () => router.log(),
    )
    await writeFile(file, 'type Query { broken: Int }')
    const metrics = async () => (await fetch(`${router.url}/metrics`)).text()
    await until(
      async () => /supergraph_refused 1/.test(await metrics()),
      () => router.log(),
    )
    await until(() => router.log().includes('the new supergraph is broken'), router.log)
    await writeFile(file, composeShop(shop.urls))
    await until(
      async () => !('errors' in (await router.ask('{ token }'))),
      () => router.log(),
    )
    expect(await metrics()).toMatch(/supergraph_refused 0/)
    asking = false
    await askOn
    expect(answers.length).toBeGreaterThan(3)
    for (const answer of answers) expect(answer).toEqual(ANSWER)
  })

  test('refuses to start on a file that is no supergraph, and says so', async () => {
    const file = join(folder, 'wrong.graphql')
    await writeFile(file, 'type Query { a: Int }')
    await expect(startRouterProcess(['--supergraph', file])).rejects.toThrow(/ended with 2[^]*supergraph/)
  })

  test('refuses to start with an address for a subgraph that there is not, and names those that there are', async () => {
    const started = start(shop.urls, ['--subgraph', `prodcts=${shop.urls.products}`])
    await expect(started).rejects.toThrow(/ended with 2[^]*no subgraph "prodcts"\. It has: "products", "reviews"/)
  })

  test('tells of a subgraph that does not answer in one short line, however many requests miss it', async () => {
    const router = await start({ ...shop.urls, reviews: 'http://nowhere.invalid/graphql' })
    const answers = await Promise.all(Array.from({ length: 15 }, () => router.ask(QUERY)))
    for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }, {}])
    const lines = router
      .log()
      .split('\n')
      .filter((line) => line.includes('did not answer'))
    // One in ten seconds, if the machine is so slow.
    expect(lines.length).toBeLessThan(5)
    expect(lines[0]).toContain('nowhere.invalid')
    expect(router.log()).not.toContain('stack')
  })
})
