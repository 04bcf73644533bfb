import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { tables } from '../../platform/database/index.ts'
import { until } from '../../platform/time/until.ts'
import type { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { keyOf, registered } from '../integrators/integrator.ts'
import { announce, authorized, download, put, SEND, uploaded } from './files.ts'

let system: TestSystem
let ada: Person
let bob: Person
let group: string
beforeAll(async () => {
  system = await TestSystem.start()
  ada = await registered(system, 'Ada')
  bob = await registered(system, 'Bob')
  group = await ada.startGroup('Later', [bob])
})
afterAll(() => system.stop())

const bytes = Buffer.from('These are the notes.\n')
const aFile = (person = ada) => uploaded(person, bytes)
const SCHEDULE = `mutation ($input: ScheduleMessageInput!) { scheduleMessage(input: $input) {
  scheduledMessage { id text attachments { id name size url } } } }`
const later = () => ({ conversationId: group, clientMessageId: randomUUID(), text: '', sendAt: soon(3_600_000) })
const soon = (ms: number) => new Date(Date.now() + ms).toISOString()
const schedule = async (person: Person, input: object) =>
  (await person.get(SCHEDULE, { input: { ...later(), ...input } })).scheduleMessage.scheduledMessage
const cancel = (person: Person, id: string) =>
  person.get('mutation ($input: CancelScheduledMessageInput!) { cancelScheduledMessage(input: $input) { id } }', {
    input: { id },
  })
const sendCode = (person: Person, attachmentId: string) =>
  person.refusal(SEND, {
    input: { conversationId: group, clientMessageId: randomUUID(), text: '', attachmentIds: [attachmentId] },
  })
const database = () => system.databases.conversations
const attachment = async (id: string) =>
  (await database().select().from(tables.attachments).where(eq(tables.attachments.id, id)))[0]

test('files of a scheduled message are told and read by its sender alone, and come with it when it is sent', async () => {
  const ids = [await aFile(), await aFile()]
  const waiting = await schedule(ada, { attachmentIds: ids, sendAt: soon(2_000) })
  expect(waiting.attachments).toMatchObject(ids.map((id) => ({ id, name: 'notes.txt', size: bytes.length })))
  expect(await (await download(ada, waiting.attachments[0].url)).text()).toBe(bytes.toString())
  expect((await download(bob, `/files/${ids[0]}`, authorized(bob))).status).toBe(404)
  const { scheduledMessages } = await ada.get('{ scheduledMessages { edges { node { attachments { id } } } } }')
  expect(scheduledMessages.edges[0].node.attachments).toEqual(ids.map((id) => ({ id })))
  const query = `query ($id: ID!) { conversation(id: $id) { lastMessage { text attachments { id } } } }`
  const last = async () => (await bob.get(query, { id: group })).conversation.lastMessage
  await until(async () => (await last()) !== null, 'it is not sent')
  expect(await last()).toEqual({ text: '', attachments: ids.map((id) => ({ id })) })
  expect(await (await download(bob, `/files/${ids[1]}`, authorized(bob))).text()).toBe(bytes.toString())
})

test('a file that is held is no other message’s, is not taken back, and does not expire', async () => {
  const id = await aFile()
  await schedule(ada, { attachmentIds: [id] })
  expect(await sendCode(ada, id)).toBe('NOT_FOUND')
  expect(await ada.refusal(SCHEDULE, { input: { ...later(), attachmentIds: [id] } })).toBe('NOT_FOUND')
  const discard = `mutation ($input: DiscardUploadInput!) { discardUpload(input: $input) { attachmentId } }`
  expect(await ada.refusal(discard, { input: { attachmentId: id } })).toBe('NOT_FOUND')
  expect(await attachment(id)).toMatchObject({ state: 'HELD', expiresAt: null })
})

test('files are asked for as by a send: one’s own, whole, each for one message', async () => {
  const code = (attachmentIds: string[]) => ada.refusal(SCHEDULE, { input: { ...later(), attachmentIds } })
  expect(await code([await aFile(bob)])).toBe('NOT_FOUND')
  expect(await code([(await announce(ada, bytes)).attachmentId])).toBe('UPLOAD_INCOMPLETE')
  expect(await code(Array.from({ length: 11 }, () => randomUUID()))).toBe('LIMIT_EXCEEDED')
  const id = await aFile()
  const both = await Promise.all([code([id]), code([id])])
  expect(both.toSorted()).toEqual(['NOT_FOUND', undefined])
})

test('a message that is taken back gives its files back, to be sent with another one', async () => {
  const id = await aFile()
  const waiting = await schedule(ada, { attachmentIds: [id], text: 'wrong' })
  await cancel(ada, waiting.id)
  expect((await attachment(id))!.expiresAt! - Date.now()).toBeGreaterThan(23 * 3_600_000)
  expect(await sendCode(ada, id)).toBeUndefined()
})

test('so does one that could not be sent; taking it back then leaves alone what another one has', async () => {
  const id = await aFile(bob)
  const other = await ada.startGroup('Elsewhere', [bob])
  const failing = await schedule(bob, { conversationId: other, attachmentIds: [id], sendAt: soon(1_000) })
  await ada.remove(other, bob)
  const failed = and(eq(tables.scheduledMessages.id, failing.id), eq(tables.scheduledMessages.state, 'FAILED'))
  const rows = () => database().select().from(tables.scheduledMessages).where(failed)
  await until(async () => (await rows()).length > 0, 'it has not failed')
  await schedule(bob, { attachmentIds: [id] })
  await cancel(bob, failing.id)
  expect(await attachment(id)).toMatchObject({ state: 'HELD' })
})

test('files that were held for someone who deletes their account are removed', async () => {
  const eve = await registered(system, 'Eve')
  await ada.get('mutation ($input: AddMembersInput!) { addMembers(input: $input) { conversation { id } } }', {
    input: { conversationId: group, userIds: [eve.id] },
  })
  const id = await aFile(eve)
  await schedule(eve, { attachmentIds: [id] })
  await eve.get('mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { userId } }', {
    input: { password: 'correct horse' },
  })
  await until(async () => (await attachment(id)) === undefined, 'it is still there')
})

test('a bot posts files by an incoming webhook: its own uploads', async () => {
  const made = await ada.get('mutation ($input: CreateBotInput!) { createBot(input: $input) { bot { id } } }', {
    input: { name: 'Deploys', handle: `bot${randomUUID().slice(0, 8)}` },
  })
  const botId = made.createBot.bot.id
  const conversationId = await ada.startGroup('Reports')
  await ada.get('mutation ($input: AddMembersInput!) { addMembers(input: $input) { conversation { id } } }', {
    input: { conversationId, userIds: [botId] },
  })
  const { createIncomingWebhook } = await ada.get(
    'mutation ($input: CreateIncomingWebhookInput!) { createIncomingWebhook(input: $input) { path } }',
    { input: { conversationId, botId, name: 'CI' } },
  )
  const key = await keyOf(ada, ['MESSAGES_WRITE'], { botId })
  const upload = async () => {
    const request = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { upload { attachmentId url } } }`
    const input = { name: 'report.txt', contentType: 'text/plain', size: bytes.length }
    const { data } = await system.graphql(request, { input }, { authorization: `Bearer ${key}` })
    const made = data as unknown as { requestUpload: { upload: { attachmentId: string; url: string } } }
    expect(await put(ada, made.requestUpload.upload.url, bytes)).toMatchObject({ status: 200 })
    return made.requestUpload.upload.attachmentId
  }
  const post = async (body: object) => {
    const headers = { 'content-type': 'application/json' }
    const url = system.url + createIncomingWebhook.path
    return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  const id = await upload()
  const posted = await post({ text: '', attachmentIds: [id] })
  expect(posted.status).toBe(200)
  expect(await posted.json()).toMatchObject({ message: { attachments: [{ id, name: 'report.txt' }] } })
  expect(await (await download(ada, `/files/${id}`, authorized(ada))).text()).toBe(bytes.toString())
  expect((await post({ text: '', attachmentIds: [await aFile()] })).status).toBe(404)
  for (const attachmentIds of ['x', [1], {}]) expect((await post({ text: 'x', attachmentIds })).status).toBe(400)
})
