import { afterEach, expect, test } from '@jest/globals'
import { openConnectionRegistry } from '../../platform/connections/index.ts'
import { MemoryKeyValue } from '../../platform/kv/memory/memoryKeyValue.ts'
import { RawClient } from '../realtime/testing/rawClient.ts'
import { quiet } from '../realtime/testing/startHub.ts'
import { until } from '../../platform/time/until.ts'
import { openRouter } from './router.example.ts'

const secret = 'known-to-operators-only'
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function aRouter(operatorSecret?: string) {
  const pubsub = { publish: async () => {} }
  const connections = openConnectionRegistry({ kv: new MemoryKeyValue(), pubsub, logger: quiet })
  ends.push(() => connections.close())
  const open = await openRouter({ connections, operatorSecret })
  ends.push(() => open.router.close())
  const show = async (query = '', given = secret) => {
    const response = await fetch(`${open.base}/connections${query}`, { headers: { 'x-parley-operator': given } })
    return { status: response.status, body: await response.json().catch(() => undefined) }
  }
  return { ...open, show, connections }
}

test('operators see which router holds which connection, while it is open', async () => {
  const { base, show, connections } = await aRouter(secret)
  const client = await RawClient.open(`${base.replace('http', 'ws')}/graphql`)
  client.send({ type: 'connection_init', payload: { authorization: 'Bearer ada' } })
  await client.next('connection_ack')
  const all = async () => (await show('?user=ada')).body.connections
  await until(async () => (await all()).length === 1)
  const { body } = await show(`?router=${connections.routerId}`)
  expect(body.self).toBe(connections.routerId)
  expect(body.routers).toMatchObject([{ id: connections.routerId, pid: process.pid }])
  expect(body.connections).toMatchObject([
    { userId: 'ada', routerId: connections.routerId, transport: 'websocket', address: expect.any(String) },
  ])
  client.socket.close()
  await until(async () => (await all()).length === 0)
  expect((await show()).body.connections).toBeUndefined()
})

test('nobody else is shown them, and what is no id is refused', async () => {
  const { show, base } = await aRouter(secret)
  expect(await show('', 'known-to-operators-onlx')).toMatchObject({ status: 401 })
  expect((await fetch(`${base}/connections`)).status).toBe(401)
  expect((await fetch(`${base}/connections`, { method: 'POST' })).status).toBe(405)
  expect((await show(`?user=${'x'.repeat(65)}`)).status).toBe(400)
})

test('without an operator’s secret there is no such page', async () => {
  const { base } = await aRouter()
  expect((await fetch(`${base}/connections`, { method: 'POST' })).status).toBe(404)
})
