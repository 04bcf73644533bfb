import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { takePorts } from '../../docker/services/ports.ts'
import { ParleyProcess } from '../harness/parleyProcess.ts'
import { Processes } from '../harness/processes.ts'
import { take, Receiver } from '../integrators/receiver.ts'
import { aTalk, endTalks } from './talk.ts'

let processes: Processes
let workers: ParleyProcess[]
let receiver: Receiver
beforeAll(async () => {
  processes = await Processes.start()
  const environment = { ...processes.environment, PARLEY_WEBHOOK_TIMEOUT_MS: '1000' }
  workers = (await takePorts(2)).map((port) => new ParleyProcess('worker webhooks', port, environment))
  await Promise.all(workers.map((worker) => worker.start()))
  receiver = await new Receiver().listen()
})
afterAll(async () => {
  await endTalks()
  await receiver?.close()
  await Promise.all((workers ?? []).map((worker) => worker.kill()))
  await processes?.end()
})

const createWebhook = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }`

test('what a subgraph answers itself passes through routers that are processes of their own', async () => {
  const { ada, conversationId } = await aTalk(processes, 'Passed through')
  for (const text of ['one', 'two']) await ada.send(conversationId, text)
  for (const { url } of processes.places) {
    const address = `${url}/export/conversations/${conversationId}/messages`
    const answer = await fetch(address, { headers: { authorization: `Bearer ${ada.accessToken}` } })
    const lines = (await answer.text()).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).message?.text ?? JSON.parse(line).type)).toEqual(['one', 'two', 'end'])
    expect((await fetch(address)).status).toBe(401)
    const hook = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"x"}' }
    expect((await fetch(`${url}/hooks/${conversationId}/none`, hook)).status).toBe(404)
  }
})

test('I7: kill -9 of webhook workers in the middle of a stream loses no event and changes no order', async () => {
  const talk = await aTalk(processes, 'Webhooks')
  const { ada, conversationId } = talk
  await ada.get(createWebhook, { input: { conversationId, name: 'x', url: receiver.url, after: 0 } })
  const [one, other] = workers as [ParleyProcess, ParleyProcess]
  const stream = talk.stream()
  await stream.more(10)
  await receiver.until(({ taken }) => taken.length > 5)
  // An answer that is on its way when the worker dies: the event comes again, under the same id.
  receiver.behave = (response, received) => {
    receiver.behave = take
    void Promise.all(workers.map((worker) => worker.kill())).then(() => take(response, received))
  }
  await stream.more(10)
  await receiver.until(() => !one.isRunning && !other.isRunning)
  await stream.more(10)
  await one.start()
  const seen = receiver.taken.length
  await receiver.until(({ taken }) => taken.length > seen + 5)
  await other.start()
  await one.kill()
  await stream.stop()
  const { rev } = (await ada.get('query ($id: ID!) { conversation(id: $id) { rev } }', { id: conversationId }))
    .conversation
  await receiver.until(({ revs }) => revs.includes(rev))
  expect(receiver.revs).toEqual(Array.from({ length: rev }, (_, n) => n + 1))
  // What came again came with the id that it had.
  const ids = new Map(receiver.received.map(({ body }) => [body.rev, new Set<string>()]))
  for (const { body } of receiver.received) ids.get(body.rev)!.add(body.deliveryId)
  expect([...ids.values()].every(({ size }) => size === 1)).toBe(true)
})
