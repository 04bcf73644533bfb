import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Person } from '../harness/person.ts'
import { until } from '../../platform/time/until.ts'
import { registered } from './integrator.ts'
import { fail, hang, take } from './receiver.ts'
import { range, WebhookOwner } from './webhookOwner.ts'

let given: WebhookOwner
let ada: Person
beforeAll(async () => {
  given = await WebhookOwner.start({ timeoutMs: 5_000 })
  ;({ ada } = given)
})
afterEach(() => given.closeReceivers())
afterAll(() => given.system.stop())

describe('an endpoint that', () => {
  test('fails, hangs, redirects and comes back gets every event in the end, in order, under the same delivery id', async () => {
    const { receiver, conversationId, webhook } = await given.followed()
    const elsewhere = await given.listen()
    const troubles = [fail(500), hang, fail(302, { location: elsewhere.url }), fail(429, { 'retry-after': '1' })]
    const failed = new Set<number>()
    // Each of some events meets one trouble first.
    receiver.behave = (response, received) => {
      const { rev } = received.body
      const trouble = rev % 3 === 0 && !failed.has(rev) ? troubles[failed.size] : undefined
      if (!trouble) return take(response, received)
      failed.add(rev)
      trouble(response, received)
    }
    for (const n of range(1, 12)) await ada.send(conversationId, `message ${n}`)
    const rev = await given.revOf(conversationId)
    await receiver.until(({ revs }) => revs.includes(rev))
    expect(failed.size).toBe(4)
    expect(receiver.taken.map(({ body }) => body.rev)).toEqual(range(1, rev))
    expect(elsewhere.received).toEqual([])
    const tried = await given.attempts(webhook.id)
    expect(tried.filter(({ error }) => error !== null).map(({ error, status }) => [status, error])).toEqual([
      [429, 'HTTP 429'],
      [302, 'HTTP 302'],
      [null, 'TIMEOUT'],
      [500, 'HTTP 500'],
    ])
    for (const again of failed) {
      expect(new Set(tried.filter((one) => one.rev === again).map(({ deliveryId }) => deliveryId)).size).toBe(1)
    }
  })

  test('keeps failing is paused, and goes on where it stood when it is resumed', async () => {
    const { receiver, conversationId, webhook } = await given.followed()
    receiver.behave = fail(503)
    await ada.send(conversationId, 'one')
    await until(async () => (await given.read(webhook.id)).state === 'FAILING', 'it is not paused')
    expect(receiver.received).toHaveLength(3)
    expect(await given.read(webhook.id)).toMatchObject({ failures: 3, nextAttemptAt: null, deliveredRev: 0 })
    await ada.send(conversationId, 'two')
    receiver.behave = take
    expect(await given.change('resumeWebhook', { webhookId: webhook.id })).toMatchObject({
      state: 'ACTIVE',
      failures: 0,
    })
    await receiver.until(({ texts }) => texts.length === 2)
    expect(receiver.revs).toEqual(range(1, await given.revOf(conversationId)))
  })

  test('is gone is paused at once', async () => {
    const { receiver, webhook } = await given.followed()
    receiver.behave = fail(410)
    await until(async () => (await given.read(webhook.id)).state === 'FAILING', 'it is not paused')
    expect(receiver.received).toHaveLength(1)
  })

  test('hangs holds up no other', async () => {
    const slow = await given.listen()
    slow.behave = hang
    const conversationId = await ada.startGroup('Slow and quick')
    for (let n = 0; n < 12; n++) await given.createWebhook(conversationId, slow.url, { after: 0 })
    const { receiver, conversationId: quick } = await given.followed()
    for (const n of range(1, 5)) await ada.send(quick, `message ${n}`)
    await receiver.until(({ texts }) => texts.length === 5)
    expect(slow.taken).toEqual([])
  })
})

test('a webhook whose owner is removed delivers nothing more (I6), until someone who stays takes it over', async () => {
  const cyd = await registered(given.system, 'Cyd')
  const receiver = await given.listen()
  const conversationId = await ada.startGroup('Handed over', [cyd])
  await ada.get('mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { conversation { id } } }', {
    input: { conversationId, userId: cyd.id, role: 'ADMIN' },
  })
  const mutation = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }`
  const input = { conversationId, name: 'Cyds', url: receiver.url }
  const { id } = (await cyd.get(mutation, { input })).createWebhook.webhook
  await ada.send(conversationId, 'while there')
  await receiver.until(({ texts }) => texts.length === 1)
  await ada.remove(conversationId, cyd)
  await ada.send(conversationId, 'after that')
  await until(async () => (await given.read(id)).state === 'PAUSED', 'it is not paused')
  expect(receiver.texts).toEqual(['while there'])
  expect(await given.change('resumeWebhook', { webhookId: id })).toMatchObject({ owner: { id: ada.id } })
  await receiver.until(({ texts }) => texts.length === 2)
})

test('a restart delivers what came while nothing ran', async () => {
  const { receiver, conversationId, webhook } = await given.followed()
  receiver.behave = hang
  await ada.send(conversationId, 'in between')
  await receiver.until(({ received }) => received.length > 0)
  await given.system.restart()
  receiver.behave = take
  await receiver.until(({ texts }) => texts.includes('in between'))
  expect(receiver.revs).toEqual(range(1, await given.revOf(conversationId)))
  expect((await given.read(webhook.id)).failures).toBe(0)
})
