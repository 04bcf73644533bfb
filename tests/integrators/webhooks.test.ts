import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Person } from '../harness/person.ts'
import { until } from '../../platform/time/until.ts'
import { keyOf } from './integrator.ts'
import { signers } from './receiver.ts'
import { range, WebhookOwner } from './webhookOwner.ts'

let given: WebhookOwner
let ada: Person
let bob: Person
beforeAll(async () => {
  given = await WebhookOwner.start()
  ;({ ada, bob } = given)
})
afterEach(() => given.closeReceivers())
afterAll(() => given.system.stop())

describe('a webhook', () => {
  test('is told every event once, in order, signed, in the documented form', async () => {
    const { receiver, conversationId, webhook } = await given.followed()
    await Promise.all(range(1, 20).map((n) => ada.send(conversationId, `message ${n}`)))
    const first = (await ada.history(conversationId))[0]!
    await ada.get('mutation ($input: EditMessageInput!) { editMessage(input: $input) { message { id } } }', {
      input: { messageId: first.id, text: 'edited' },
    })
    const rev = await given.revOf(conversationId)
    await receiver.until(({ revs }) => revs.includes(rev))
    expect(receiver.taken.map(({ body }) => body.rev)).toEqual(range(1, rev))
    for (const received of receiver.taken) {
      expect(signers(received, [webhook.secret, 'whsec_other'])).toEqual([webhook.secret])
      expect(received.headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'parley-webhook': webhook.id,
        'parley-event': received.body.type,
        'parley-delivery': received.body.deliveryId,
      })
    }
    const sent = receiver.taken.find(({ body }) => body.type === 'MessageSent')!.body
    expect(sent).toEqual({
      version: 1,
      id: `${conversationId}:${sent.rev}`,
      type: 'MessageSent',
      conversationId,
      rev: sent.rev,
      at: expect.any(String),
      webhookId: webhook.id,
      deliveryId: `${webhook.id}.0.${sent.rev}`,
      data: {
        message: {
          ...{ id: first.id, conversationId, seq: 1, senderId: ada.id, text: first.text, version: 1 },
          ...{ clientMessageId: expect.any(String), createdAt: sent.at, editedAt: null, deletedAt: null },
          ...{ deletedById: null, expiresAt: null, replyTo: null, threadRoot: null, forwardedFrom: null },
          ...{ attachments: [], mentionedUserIds: [], mentionsEveryone: false },
        },
      },
    })
    await until(async () => (await given.read(webhook.id)).lag === 0, 'it lags')
    expect(await given.read(webhook.id)).toMatchObject({ state: 'ACTIVE', deliveredRev: rev, failures: 0 })
  })

  test('hears of the events that it wants only, from now on unless told', async () => {
    const receiver = await given.listen()
    const conversationId = await ada.startGroup('Some')
    await ada.send(conversationId, 'before')
    const webhook = await given.createWebhook(conversationId, receiver.url, { eventTypes: ['MessageSent'] })
    await ada.get('mutation ($input: ChangeTopicInput!) { changeTopic(input: $input) { conversation { id } } }', {
      input: { conversationId, topic: 'Hooks' },
    })
    await ada.send(conversationId, 'after')
    await receiver.until(({ texts }) => texts.length > 0)
    expect(receiver.received.map(({ body }) => body.type)).toEqual(['MessageSent'])
    expect(receiver.texts).toEqual(['after'])
    await until(async () => (await given.read(webhook.id)).lag === 0, 'it lags')
  })

  test('gets a deleted text no more, however late the event is delivered', async () => {
    const { receiver, conversationId, webhook } = await given.followed()
    await given.change('pauseWebhook', { webhookId: webhook.id })
    const { id } = await ada.send(conversationId, 'a secret')
    await ada.get('mutation ($input: DeleteMessageInput!) { deleteMessage(input: $input) { message { id } } }', {
      input: { messageId: id },
    })
    await given.change('resumeWebhook', { webhookId: webhook.id })
    await receiver.until(({ taken }) => taken.some(({ body }) => body.type === 'MessageDeleted'))
    expect(JSON.stringify(receiver.received)).not.toContain('a secret')
  })
})

describe('whoever manages a webhook', () => {
  test('has it replayed from any place, with other delivery ids', async () => {
    const { receiver, conversationId, webhook } = await given.followed()
    for (const n of range(1, 3)) await ada.send(conversationId, `message ${n}`)
    const rev = await given.revOf(conversationId)
    await receiver.until(({ taken }) => taken.length === rev)
    await given.change('replayWebhook', { webhookId: webhook.id, from: 2 })
    await receiver.until(({ taken }) => taken.length === rev + rev - 1)
    expect(receiver.taken.slice(rev).map(({ body }) => body.rev)).toEqual(range(2, rev))
    expect(new Set(receiver.taken.map(({ body }) => body.deliveryId)).size).toBe(rev + rev - 1)
    expect(new Set(receiver.taken.map(({ body }) => (body as unknown as { id: string }).id)).size).toBe(rev)
    const input = { webhookId: webhook.id, from: rev + 2 }
    const mutation = 'mutation ($input: ReplayWebhookInput!) { replayWebhook(input: $input) { webhook { id } } }'
    expect(await ada.refusal(mutation, { input })).toBe('INVALID_INPUT')
  })

  test('gets another secret, beside which the former one signs for a time', async () => {
    const { receiver, conversationId, webhook } = await given.followed()
    const rotate = async (overlapSeconds: number): Promise<string> => {
      const mutation = 'mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { secret } }'
      return (await ada.get(mutation, { input: { webhookId: webhook.id, overlapSeconds } })).rotateWebhookSecret.secret
    }
    const second = await rotate(60)
    await ada.send(conversationId, 'with two')
    await receiver.until(({ texts }) => texts.length === 1)
    expect(signers(receiver.taken.at(-1)!, [webhook.secret, second])).toEqual([webhook.secret, second])
    const third = await rotate(0)
    await ada.send(conversationId, 'with one')
    await receiver.until(({ texts }) => texts.length === 2)
    expect(signers(receiver.taken.at(-1)!, [webhook.secret, second, third])).toEqual([third])
  })

  test('is an owner or admin, or their API key with the scope', async () => {
    const { conversationId, webhook } = await given.followed()
    const mutation = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }`
    const input = { conversationId, name: 'x', url: 'https://example.com/' }
    expect(await bob.refusal(mutation, { input })).toBe('FORBIDDEN')
    const list = 'query ($id: ID!) { conversation(id: $id) { webhooks { edges { node { id } } } } }'
    expect((await bob.get(list, { id: conversationId })).conversation.webhooks).toBeNull()
    expect((await bob.get('query ($id: ID!) { webhook(id: $id) { id } }', { id: webhook.id })).webhook).toBeNull()
    expect((await ada.get(list, { id: conversationId })).conversation.webhooks.edges).toEqual([
      { node: { id: webhook.id } },
    ])
    const withKey = async (scopes: string[]) => {
      const headers = { authorization: `Bearer ${await keyOf(ada, scopes)}` }
      const { errors } = await given.system.graphql(mutation, { input }, headers)
      return errors?.[0]?.extensions.code
    }
    expect(await withKey(['MESSAGES_WRITE', 'WEBHOOKS_READ'])).toBe('FORBIDDEN')
    expect(await withKey(['WEBHOOKS_WRITE'])).toBeUndefined()
    for (const wrong of [
      { url: 'ftp://example.com' },
      { url: 'https://a:b@example.com' },
      { eventTypes: ['Nothing'] },
    ]) {
      expect(await ada.refusal(mutation, { input: { ...input, ...wrong } })).toBe('INVALID_INPUT')
    }
  })

  test('takes it away', async () => {
    const { receiver, conversationId, webhook } = await given.followed()
    await ada.get('mutation ($input: DeleteWebhookInput!) { deleteWebhook(input: $input) { webhookId } }', {
      input: { webhookId: webhook.id },
    })
    const count = receiver.received.length
    const { receiver: other, conversationId: there } = await given.followed()
    await ada.send(conversationId, 'not told')
    await ada.send(there, 'told')
    await other.until(({ texts }) => texts.includes('told'))
    expect(receiver.received.length - count).toBeLessThanOrEqual(1)
    expect(receiver.texts).toEqual([])
  })
})
