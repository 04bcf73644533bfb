import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { Watcher } from '../harness/watcher.ts'
import { registered } from '../integrators/integrator.ts'
import { announce, ATTACHMENT, download, png, put, REQUEST, SEND, sendFiles, sha256, uploaded } from './files.ts'

let system: TestSystem
let ada: Person
let bob: Person
let group: string
beforeAll(async () => {
  system = await TestSystem.start({ PARLEY_ATTACHMENT_BYTES: '1000000', PARLEY_ATTACHMENT_DAILY_BYTES: '100000000' })
  ada = await registered(system, 'Ada')
  bob = await Person.guest(system, 'Bob')
  group = await ada.startGroup('Files', [bob])
})
afterAll(() => system.stop())

const bytes = Buffer.from('These are the notes.\n')
const aFile = () => uploaded(ada, bytes)
const refusalOf = (person: Person, attachmentIds: string[], more: object = {}) =>
  person.refusal(SEND, {
    input: { conversationId: group, clientMessageId: randomUUID(), text: '', attachmentIds, ...more },
  })

describe('a message with files', () => {
  test('has them in the order of its sender, for everyone, with what is to be known of each', async () => {
    const ids = [await aFile(), await uploaded(ada, png(48, 32), { name: 'lake.png', contentType: 'image/png' })]
    const sent = await sendFiles(ada, group, ids, { text: 'look' })
    expect(sent.attachments).toMatchObject([
      { id: ids[0], name: 'notes.txt', contentType: 'text/plain', size: bytes.length, width: null, height: null },
      { id: ids[1], name: 'lake.png', contentType: 'image/png', width: 48, height: 32 },
    ])
    const { message } = await bob.get(`query ($id: ID!) { message(id: $id) { attachments { ${ATTACHMENT} } } }`, sent)
    const withoutUrl = (files: object[]) => files.map((file) => ({ ...file, url: undefined, thumbnail: undefined }))
    expect(withoutUrl(message.attachments)).toEqual(withoutUrl(sent.attachments))
    for (const [person, [first]] of [
      [ada, sent.attachments],
      [bob, message.attachments],
    ] as const) {
      expect(Buffer.from(await (await download(person, first.url)).arrayBuffer())).toEqual(bytes)
    }
  })

  test('may have no text, and without files may not', async () => {
    expect((await sendFiles(ada, group, [await aFile()])).text).toBe('')
    expect(await refusalOf(ada, [])).toBe('INVALID_INPUT')
  })

  test('is the same when it is sent again, and a retry with other files is refused', async () => {
    const ids = [await aFile(), await aFile()]
    const clientMessageId = randomUUID()
    const first = await sendFiles(ada, group, ids, { clientMessageId })
    expect((await sendFiles(ada, group, ids, { clientMessageId })).id).toBe(first.id)
    expect(await refusalOf(ada, [ids[0]!], { clientMessageId })).toBe('IDEMPOTENCY_CONFLICT')
  })

  test('takes uploads of its sender that are whole, and that no other message has', async () => {
    const used = await aFile()
    await sendFiles(ada, group, [used])
    expect(await refusalOf(ada, [used])).toBe('NOT_FOUND')
    expect(await refusalOf(bob, [await aFile()])).toBe('NOT_FOUND')
    expect(await refusalOf(ada, [randomUUID()])).toBe('NOT_FOUND')
    expect(await refusalOf(ada, ['no id'])).toBe('NOT_FOUND')
    expect(await refusalOf(ada, [(await announce(ada, bytes)).attachmentId])).toBe('UPLOAD_INCOMPLETE')
    const one = await aFile()
    expect(await refusalOf(ada, [one, one])).toBe('INVALID_INPUT')
    expect(
      await refusalOf(
        ada,
        Array.from({ length: 11 }, () => randomUUID()),
      ),
    ).toBe('LIMIT_EXCEEDED')
    await sendFiles(ada, group, [one])
  })

  test('takes a file once, however many messages ask for it at once', async () => {
    const file = await aFile()
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => sendFiles(ada, group, [file])))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('can lose its text by an edit, and keeps its files', async () => {
    const { id } = await sendFiles(ada, group, [await aFile()], { text: 'a caption' })
    const edit = `mutation ($input: EditMessageInput!) { editMessage(input: $input) { message { text attachments { name } } } }`
    const { editMessage } = await ada.get(edit, { input: { messageId: id, text: '' } })
    expect(editMessage.message).toEqual({ text: '', attachments: [{ name: 'notes.txt' }] })
  })

  test('is told live with its files, and its address to each viewer', async () => {
    const query = `subscription ($id: ID!, $after: Int) { conversationEvents(conversationId: $id, after: $after) {
      rev ... on MessageSent { message { id attachments { ${ATTACHMENT} } } } } }`
    const { conversation } = await ada.get('query ($id: ID!) { conversation(id: $id) { rev } }', { id: group })
    const variables = { id: group, after: conversation.rev }
    const watchers = [ada, bob].map((person) => [person, Watcher.open(person, query, variables)] as const)
    const sent = await sendFiles(ada, group, [await aFile()])
    for (const [person, watcher] of watchers) {
      await watcher.until('the message is told', () => watcher.last?.['message']?.id === sent.id)
      const [file] = watcher.last!['message'].attachments
      expect(file).toMatchObject({ ...sent.attachments[0], url: expect.stringContaining(`user=${person.id}`) })
      expect((await download(person, file.url)).status).toBe(200)
      await watcher.close()
    }
  })
})

describe('an upload', () => {
  const asked = (input: object) =>
    ada.refusal(REQUEST, { input: { name: 'a.txt', contentType: 'text/plain', size: 10, ...input } })

  test('is refused where it can be no file, or one too large', async () => {
    expect(await asked({ size: 1_000_001 })).toBe('FILE_TOO_LARGE')
    for (const input of [
      { size: 0 },
      { size: -1 },
      { name: '' },
      { name: 'a/' },
      { name: '../..' },
      { name: 'a\u0000' },
    ]) {
      expect(await asked(input)).toBe('INVALID_INPUT')
    }
    for (const contentType of ['', 'text', 'text/', 'a b/c', 'text/html\r\nx: y', `${'a'.repeat(70)}/b`]) {
      expect(await asked({ contentType })).toBe('INVALID_INPUT')
    }
    expect(await asked({ sha256: 'abc' })).toBe('INVALID_INPUT')
    expect(await asked({ name: 'x'.repeat(256) })).toBe('INVALID_INPUT')
  })

  test('has the name of the file alone, in NFC, and a type without parameters', async () => {
    const id = await uploaded(ada, bytes, {
      name: ' C:\\notes\\u\u0308ber.txt',
      contentType: 'Text/Plain; charset=utf-8',
    })
    const [file] = (await sendFiles(ada, group, [id])).attachments
    expect(file).toMatchObject({ name: 'über.txt', contentType: 'text/plain' })
  })

  test('that is not what was announced is refused, and may be sent again', async () => {
    const { attachmentId, url } = await announce(ada, bytes, { sha256: sha256(bytes) })
    const mismatch = { status: 422, code: 'UPLOAD_MISMATCH' }
    expect(await put(ada, url, Buffer.concat([bytes, bytes]))).toMatchObject(mismatch)
    expect(await put(ada, url, bytes.subarray(1))).toMatchObject(mismatch)
    expect(await put(ada, url, Buffer.alloc(bytes.length))).toMatchObject(mismatch)
    expect(await put(ada, url, bytes, { 'content-type': 'text/html' })).toMatchObject(mismatch)
    expect(await refusalOf(ada, [attachmentId])).toBe('UPLOAD_INCOMPLETE')
    expect(await put(ada, url, bytes, { 'content-type': 'text/plain' })).toMatchObject({
      status: 200,
      attachment: { id: attachmentId, size: bytes.length, sha256: sha256(bytes) },
    })
  })

  test('sent again when it is here is the same, whatever is sent', async () => {
    const { attachmentId, url } = await announce(ada, bytes)
    expect((await put(ada, url, bytes)).status).toBe(200)
    expect((await put(ada, url, Buffer.alloc(bytes.length))).status).toBe(200)
    const [file] = (await sendFiles(ada, group, [attachmentId])).attachments
    expect(await (await download(ada, file!.url)).text()).toBe(bytes.toString())
    expect((await put(ada, url, Buffer.alloc(bytes.length))).status).toBe(200)
    expect(await (await download(ada, file!.url)).text()).toBe(bytes.toString())
  })

  test('by several at once is one file, whole', async () => {
    const large = Buffer.alloc(900_000, 'x')
    const { attachmentId, url } = await announce(ada, large)
    const all = await Promise.all(Array.from({ length: 4 }, () => put(ada, url, large)))
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const [file] = (await sendFiles(ada, group, [attachmentId])).attachments
    expect(sha256(Buffer.from(await (await download(ada, file!.url)).arrayBuffer()))).toBe(sha256(large))
  })

  test('whose address was changed, or is for reading, is refused', async () => {
    const { attachmentId, url } = await announce(ada, bytes)
    const other = await announce(ada, bytes)
    const query = url.slice(url.indexOf('?'))
    for (const wrong of [
      url.replace(/signature=./, 'signature=_'),
      url.replace(/user=[^&]+/, `user=${bob.id}`),
      url.replace(/expires=(\d+)/, (_all, at) => `expires=${Number(at) + 1}`),
      `/files/${other.attachmentId}${query}`,
      `/files/${attachmentId}`,
    ]) {
      expect(await put(ada, wrong, bytes)).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    }
    expect((await download(ada, url)).status).toBe(403)
    expect(await put(ada, `/files/none${query}`, bytes)).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  test('can be taken back, and is gone then', async () => {
    const discard = `mutation ($input: DiscardUploadInput!) { discardUpload(input: $input) { attachmentId } }`
    const { attachmentId, url } = await announce(ada, bytes)
    await put(ada, url, bytes)
    const input = { attachmentId }
    expect(await bob.refusal(discard, { input })).toBe('NOT_FOUND')
    await ada.get(discard, { input })
    expect(await refusalOf(ada, [attachmentId])).toBe('NOT_FOUND')
    expect(await put(ada, url, bytes)).toMatchObject({ status: 404 })
    const used = await aFile()
    await sendFiles(ada, group, [used])
    expect(await ada.refusal(discard, { input: { attachmentId: used } })).toBe('NOT_FOUND')
  })

  test('of one user waits with 99 others, and within 24 hours has so many bytes', async () => {
    const cara = await registered(system, 'Cara')
    const input = { name: 'a', contentType: 'text/plain', size: 999_000 }
    const codes = new Set<string | undefined>()
    for (let n = 0; n < 101 && !codes.has('RATE_LIMITED'); n++) codes.add(await cara.refusal(REQUEST, { input }))
    // 60 a minute; the other two limits are in the subgraph's own suite.
    expect(codes).toEqual(new Set([undefined, 'RATE_LIMITED']))
  })
})
