import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { TestSystem } from '../../tests/harness/system.ts'
import { startRouterProcess, type RouterProcess } from '../../tests/standalone/routerProcess.ts'
import { composeShop, openShop } from '../../tests/standalone/shop.example.ts'
import { metricsOf, ownMetrics } from '../generate/exportedMetrics.ts'
import { blocksIn } from './blocks.ts'

const run = promisify(execFile)
const withCurl = blocksIn('sh').filter(({ code }) => /^\s*(\w+=\$\()?curl /m.test(code))

/** Runs the blocks of a page that ask a server, against this one; gives what each line answered. */
async function answersOf(page: string, url: string, env: Record<string, string> = {}): Promise<unknown[]> {
  const script = withCurl
    .filter((block) => block.page === page)
    .map(({ code }) => code.replaceAll('localhost:4000', new URL(url).host))
    // One answer a line.
    .map((code) =>
      code.replace(/^curl .*$/gm, (line) => `${line.replace(/ +#.*$/, '')} --silent --show-error --fail; echo`),
    )
  const { stdout } = await run('bash', ['-e', '-c', script.join('\n')], { env: { ...process.env, ...env } })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('every block with curl is run: here, or as a whole page', () => {
  const others = ['docs/integrators.md'] // tests/integrators/page.test.ts
  const here = ['docs/presence.md', 'docs/router.md']
  const shown = new Set(withCurl.map(({ page }) => page))
  expect([...shown].sort()).toEqual([...here, ...others].sort())
})

const suite = spawnSync('curl', ['--version']).status === 0 ? describe : describe.skip
suite('what the pages ask a running Parley', () => {
  let system: TestSystem
  let router: RouterProcess
  let shop: Awaited<ReturnType<typeof openShop>>
  const folder = mkdtempSync(join(tmpdir(), 'parley-shell-'))
  beforeAll(async () => {
    system = await TestSystem.start({ PARLEY_OPERATOR_SECRET: 'a-long-secret-of-operators' })
    shop = await openShop()
    writeFileSync(join(folder, 'supergraph.graphql'), composeShop(shop.urls))
    router = await startRouterProcess(['--supergraph', join(folder, 'supergraph.graphql')])
  })
  afterAll(async () => {
    await system?.stop()
    await router?.stop()
    await shop?.close()
    rmSync(folder, { recursive: true })
  })

  test('connections are told to operators', async () => {
    const answers = await answersOf('docs/presence.md', system.url, { SECRET: 'a-long-secret-of-operators' })
    expect(answers).toHaveLength(3)
    for (const answer of answers) expect(answer).not.toHaveProperty('errors')
  })

  test("the shop's products have their reviews", async () => {
    const [answer] = await answersOf('docs/router.md', router.url)
    expect(answer).toMatchObject({ data: { products: [{ name: 'Chair', reviews: [{ stars: 4 }] }, {}] } })
  })

  test('has no metric that docs/metrics.md leaves out (else: add it to docs/generate/exportedMetrics.ts)', () => {
    const catalogue = Object.values(ownMetrics()).flat()
    const own = metricsOf(system.parts.foundation.metrics).filter(({ name }) => name.startsWith('parley_'))
    expect(own.length).toBeGreaterThan(30)
    expect(catalogue).toEqual(expect.arrayContaining(own))
  })
})
