import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { createECDH, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as uuid } from 'uuid'
import webPush from 'web-push'
import type { Push } from '../desk.ts'
import { pushMessage, topicOf } from './message.ts'
import { createSender, type Sender } from './send.ts'

const keys = webPush.generateVAPIDKeys()
const options = { vapidKeys: async () => keys, subject: 'mailto:admin@example.com', timeoutMs: 30_000 }
const never = new AbortController().signal

let server: Server
let answer: RequestListener
let asked: string[] = []
const senders: Sender[] = []
const senderFor = (privateEndpoints: boolean, more: object = {}) => {
  const sender = createSender({ ...options, privateEndpoints, ...more })
  senders.push(sender)
  return sender
}
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!)
    request.resume()
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => void (asked = []))
afterAll(async () => {
  for (const sender of senders) await sender.close()
  server.closeAllConnections()
  server.close()
})

const port = () => (server.address() as AddressInfo).port

function pushTo(endpoint: string): Push {
  const ecdh = createECDH('prime256v1')
  return {
    queued: { id: uuid(), attempts: 1, createdAt: Date.now() },
    subscription: {
      endpoint,
      keys: { p256dh: ecdh.generateKeys().toString('base64url'), auth: randomBytes(16).toString('base64url') },
    },
    notification: {
      ...{ id: uuid(), userId: uuid(), kind: 'MENTION', conversationId: uuid(), messageId: uuid(), messageSeq: 7 },
      createdAt: Date.now(),
    },
    includeText: true,
    unread: 1,
    actorName: 'Ada',
  }
}
const content = { title: 'Group', text: 'hello', deletedAt: null, expiresAt: null }
const send = (sender: Sender, push: Push) => sender.send(push, pushMessage(push, content), 60_000, never)
const here = (path = '/push') => `http://127.0.0.1:${port()}${path}`

describe('a push message on its way', () => {
  test.each([
    [201, {}, { outcome: 'sent' }],
    [404, {}, { outcome: 'gone' }],
    [410, {}, { outcome: 'gone' }],
    [400, {}, { outcome: 'refused', reason: 'status 400' }],
    [413, {}, { outcome: 'refused', reason: 'status 413' }],
    [429, { 'retry-after': '30' }, { outcome: 'failed', reason: 'status 429', retryAfterMs: 30_000 }],
    [503, {}, { outcome: 'failed', reason: 'status 503' }],
    [302, { location: '/elsewhere' }, { outcome: 'refused', reason: 'status 302' }],
  ])('that is answered with %i %j is %j', async (status, headers, outcome) => {
    answer = (_request, response) => void response.writeHead(status, headers as Record<string, string>).end()
    expect(await send(senderFor(true), pushTo(here()))).toEqual(outcome)
    expect(asked).toEqual(['/push'])
  })

  test('is given up on when nobody answers, when nobody is there, and when the answer has no end', async () => {
    answer = () => {}
    expect(await send(senderFor(true, { timeoutMs: 50 }), pushTo(here()))).toMatchObject({ outcome: 'failed' })
    expect(await send(senderFor(true), pushTo('http://127.0.0.1:1/push'))).toMatchObject({ outcome: 'failed' })
    answer = (_request, response) => {
      response.writeHead(201)
      const more = () => response.write(Buffer.alloc(65_536), () => !response.destroyed && setImmediate(more))
      response.on('error', () => {})
      more()
    }
    expect(await send(senderFor(true), pushTo(here()))).toEqual({ outcome: 'sent' })
  })

  test('goes nowhere inside, whatever the address or the name that was given', async () => {
    answer = (_request, response) => void response.writeHead(201).end()
    const sender = senderFor(false)
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f.1']) {
      for (const scheme of ['http', 'https']) {
        expect(await send(sender, pushTo(`${scheme}://${host}:${port()}/push`))).toEqual({ outcome: 'gone' })
      }
    }
    // A name that only the resolver knows to be this machine; some do not.
    expect(['gone', 'failed']).toContain((await send(sender, pushTo(`https://localhost.:${port()}/push`))).outcome)
    expect(asked).toEqual([])
  })

  test('stays below what push services take, whatever is in it, and newer ones replace older ones of a conversation', () => {
    const push = pushTo('https://push.example.com/a')
    const long = { ...content, title: '😀'.repeat(120), text: '\\"😀'.repeat(3_000) }
    const message = pushMessage({ ...push, actorName: '"\\'.repeat(40) }, long)
    expect([...message.text!]).toHaveLength(200)
    expect(message.text!.isWellFormed()).toBe(true)
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(3_900)
    expect(topicOf(push.notification.conversationId)).toMatch(/^[\w-]{32}$/)
    expect(pushMessage({ ...push, includeText: false }, long)).not.toHaveProperty('sender')
  })
})
