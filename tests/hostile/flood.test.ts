import { expect, test } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRouterProcess, type RouterProcess } from '../standalone/routerProcess.ts'
import { composeShop, openShop } from '../standalone/shop.example.ts'
import { hostileRequests, type HostileRequest } from './requests.ts'

const MEBIBYTE = 1_048_576
const GOOD = '{ products { name reviews { stars } } }'

async function memory({ url }: RouterProcess): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]) / MEBIBYTE
}

async function send({ url }: RouterProcess, { body, headers }: HostileRequest): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  const text = await response.text()
  const context = `${response.status} for ${body.slice(0, 500)}: ${text.slice(0, 500)}`
  if (response.status >= 500 || text.includes('"INTERNAL"')) throw new Error(context)
  const answers = [JSON.parse(text)].flat() as { data?: object | null; errors?: object[] }[]
  // What happens to be good is answered like anything good.
  const isAnswered = answers.every(({ data, errors }) => data !== undefined || (errors?.length ?? 0) > 0)
  if (!isAnswered) throw new Error(context)
}

async function flood(router: RouterProcess, requests: readonly HostileRequest[]): Promise<void> {
  const left = [...requests]
  const sender = async () => {
    for (let next = left.pop(); next; next = left.pop()) await send(router, next)
  }
  await Promise.all(Array.from({ length: 16 }, sender))
}

test('10,000 hostile requests are each answered with what is wrong, and leave the router as it was', async () => {
  const shop = await openShop()
  const folder = await mkdtemp(join(tmpdir(), 'parley-hostile-'))
  const file = join(folder, 'supergraph.graphql')
  await writeFile(file, composeShop(shop.urls))
  const router = await startRouterProcess(['--supergraph', file], { PARLEY_LOG_LEVEL: 'fatal' })
  try {
    const good = await router.ask(GOOD)
    expect(good.errors).toBeUndefined()
    // The first ones fill the caches, which are bounded.
    await flood(router, hostileRequests(1, 4_000))
    const before = await memory(router)
    await flood(router, hostileRequests(2, 6_000))
    const after = await memory(router)
    expect(await router.ask(GOOD)).toEqual(good)
    expect(after - before).toBeLessThan(150)
  } finally {
    await router.stop()
    await shop.close()
    await rm(folder, { recursive: true })
  }
})
