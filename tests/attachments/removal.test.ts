import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tables } from '../../platform/database/index.ts'
import type { Person } from '../harness/person.ts'
import type { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'
import { WebhookOwner } from '../integrators/webhookOwner.ts'
import { announce, authorized, download, put, sendFiles, uploaded } from './files.ts'

let owner: WebhookOwner
let system: TestSystem
let ada: Person
let bob: Person
let group: string
beforeAll(async () => {
  owner = await WebhookOwner.start()
  ;({ system, ada, bob } = owner)
  group = await ada.startGroup('Files', [bob])
})
afterAll(async () => {
  await owner.closeReceivers()
  await system.stop()
})

const bytes = Buffer.from('These are the notes.\n')
const aFile = () => uploaded(ada, bytes)
const database = () => system.databases.conversations
const keyOf = async (id: string) => {
  const [row] = await database().select().from(tables.attachments).where(eq(tables.attachments.id, id))
  return row!.objectKey!
}
/** Keys of the objects that are there, whole or in part. */
const objects = () =>
  readdirSync(join(system.parts.foundation.config.dataFolder, 'objects'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
const gone = (key: string) => until(() => !objects().some((name) => name.startsWith(key)), 'its bytes are still there')
const mutate = (person: Person, name: string, type: string, input: object, answer: string) =>
  person.get(`mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} } }`, { input })
const deleteMessage = (id: string) =>
  mutate(ada, 'deleteMessage', 'DeleteMessageInput', { messageId: id }, '__typename')
const forward = async (messageId: string, conversationId: string) => {
  const input = { messageId, conversationId, clientMessageId: randomUUID() }
  const { forwardMessage } = await mutate(bob, 'forwardMessage', 'ForwardMessageInput', input, FORWARDED)
  return forwardMessage.message
}
const FORWARDED = 'message { id attachments { id name } }'

describe('the bytes of a file', () => {
  test('go with the message that is deleted for all, and are told of nowhere', async () => {
    const id = await aFile()
    const key = await keyOf(id)
    const sent = await sendFiles(ada, group, [id], { text: 'here' })
    expect(objects()).toContain(key)
    const { url } = sent.attachments[0]!
    await deleteMessage(sent.id)
    expect((await download(ada, url)).status).toBe(404)
    await gone(key)
    const query = `query ($id: ID!) { message(id: $id) { text attachments { id } } }`
    expect((await ada.get(query, sent)).message).toEqual({ text: '', attachments: [] })
    const events = await database().select().from(tables.events)
    expect(JSON.stringify(events)).not.toContain(id)
  })

  test('go with the message that expires', async () => {
    const id = await aFile()
    const key = await keyOf(id)
    const { attachments } = await sendFiles(ada, group, [id], { expireAfterSeconds: 10 })
    await gone(key)
    expect((await download(ada, attachments[0]!.url)).status).toBe(404)
  })

  test('are shared by forwards, and go with the last message that has them', async () => {
    const id = await aFile()
    const key = await keyOf(id)
    const other = await bob.startGroup('Elsewhere')
    const before = objects().length
    const sent = await sendFiles(ada, group, [id])
    const copy = await forward(sent.id, other)
    expect(copy.attachments).toEqual([{ id, name: 'notes.txt' }])
    expect(objects().length).toBe(before)
    const path = `/files/${id}`
    await deleteMessage(sent.id)
    expect((await download(ada, path, authorized(ada))).status).toBe(404)
    expect(await (await download(bob, path, authorized(bob))).text()).toBe(bytes.toString())
    await mutate(bob, 'deleteMessage', 'DeleteMessageInput', { messageId: copy.id }, '__typename')
    await gone(key)
  })

  test('stay when a forward and the deletion of its source come at once, or the forward is refused', async () => {
    const other = await bob.startGroup('Elsewhere')
    for (let n = 0; n < 5; n++) {
      const sent = await sendFiles(ada, group, [await aFile()])
      const [forwarded] = await Promise.allSettled([forward(sent.id, other), deleteMessage(sent.id)])
      if (forwarded.status === 'rejected') expect(String(forwarded.reason)).toMatch(/NOT_FOUND/)
      else {
        const [file] = forwarded.value.attachments
        expect((await download(bob, `/files/${file.id}`, authorized(bob))).status).toBe(200)
      }
    }
  })

  test('go when no message has had them in time, and the upload with them', async () => {
    const { attachmentId, url } = await announce(ada, bytes)
    await put(ada, url, bytes)
    const key = await keyOf(attachmentId)
    await database()
      .update(tables.attachments)
      .set({ expiresAt: Date.now() })
      .where(eq(tables.attachments.id, attachmentId))
    await gone(key)
    expect(await put(ada, url, bytes)).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  test('go when their upload breaks off, and it can be sent again', async () => {
    const large = Buffer.alloc(5_000_000, 'x')
    const { attachmentId, url } = await announce(ada, large)
    const before = objects()
    const started = request(new URL(url, system.url), { method: 'PUT', headers: { 'content-length': large.length } })
    started.on('error', () => undefined)
    started.write(large.subarray(0, 1_000_000))
    const added = () => objects().filter((name) => !before.includes(name))
    await until(() => added().length > 0, 'nothing has come')
    started.destroy()
    await until(() => added().length === 0, 'a part is left')
    expect(await put(ada, url, large)).toMatchObject({ status: 200 })
    await sendFiles(ada, group, [attachmentId])
  })

  test('take nobody’s place at the door when they never come', async () => {
    const { url } = await announce(ada, bytes)
    const [options, address] = [
      { method: 'PUT', headers: { 'content-length': bytes.length } },
      new URL(url, system.url),
    ]
    // More than may be under way at once, each gone as soon as it has begun.
    for (let n = 0; n < 20; n++) {
      const started = request(address, options)
      started.on('error', () => undefined)
      started.flushHeaders()
      await new Promise((resolve) => started.once('socket', (socket) => socket.once('connect', resolve)))
      started.destroy()
    }
    await until(async () => (await put(ada, url, bytes)).status === 200, 'no upload is let in')
  })

  test('outlast the process: what was uploaded before it ended is sent after', async () => {
    const id = await aFile()
    await system.restart()
    const sent = await sendFiles(ada, group, [id])
    expect(await (await download(ada, sent.attachments[0]!.url)).text()).toBe(bytes.toString())
  })
})

describe('what integrators get', () => {
  const told = (id: string) => ({
    ...{ id, name: 'notes.txt', contentType: 'text/plain', size: bytes.length, width: null, height: null },
    path: `/files/${id}`,
    thumbnail: null,
  })

  test('of a message, by webhook and by export, names its files and where they are', async () => {
    const { receiver, conversationId } = await owner.followed()
    const id = await aFile()
    await sendFiles(ada, conversationId, [id])
    await receiver.until(({ taken }) => taken.some(({ body }) => body.type === 'MessageSent'))
    const event = receiver.taken.find(({ body }) => body.type === 'MessageSent')!
    expect(event.body.data.message).toMatchObject({ text: '', attachments: [told(id)] })
    const path = `/export/conversations/${conversationId}/messages`
    const lines = (await (await download(ada, path, authorized(ada))).text()).split('\n')
    expect(JSON.parse(lines[0]!).message.attachments).toEqual([told(id)])
    expect(await (await download(ada, told(id).path, authorized(ada))).text()).toBe(bytes.toString())
  })

  test('by search, finds messages by the names of their files, and by whether they have any', async () => {
    const place = await ada.startGroup('Search')
    const id = await uploaded(ada, bytes, { name: 'Quarterly figures.xlsx' })
    await sendFiles(ada, place, [id], { text: 'as promised' })
    await ada.send(place, 'figures as promised')
    const query = `query ($query: String!, $filter: MessageSearchFilter, $id: ID!) {
      searchMessages(query: $query, filter: $filter, conversationId: $id) {
        edges { node { message { seq } excerpt { text match } } } } }`
    const find = async (text: string, filter: object = {}) =>
      (await ada.get(query, { query: text, filter, id: place })).searchMessages.edges.map(
        ({ node }: { node: { message: { seq: number } } }) => node.message.seq,
      )
    expect(await find('FIGURES')).toEqual([2, 1])
    expect(await find('promised', { hasAttachment: true })).toEqual([1])
    expect(await find('promised', { hasAttachment: false })).toEqual([2])
    const { searchMessages } = await ada.get(query, { query: 'figures', filter: { hasAttachment: true }, id: place })
    expect(searchMessages.edges[0].node.excerpt).toContainEqual({ text: 'figures', match: true })
  })
})
