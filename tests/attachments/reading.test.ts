import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { keyOf, registered } from '../integrators/integrator.ts'
import { announce, authorized, download, png, put, sendFiles, uploaded } from './files.ts'
import { animation, photograph, seen } from './pictures.ts'

let system: TestSystem
let ada: Person
let bob: Person
let eve: Person
let group: string
beforeAll(async () => {
  system = await TestSystem.start()
  ada = await registered(system, 'Ada')
  bob = await Person.guest(system, 'Bob')
  eve = await Person.guest(system, 'Eve')
  group = await ada.startGroup('Files', [bob])
})
afterAll(() => system.stop())

const bytes = Buffer.from('These are the notes.\n')
const aFile = () => uploaded(ada, bytes)

describe('a picture', () => {
  const of = async (file: Buffer, contentType: string) => {
    const { attachmentId, url } = await announce(ada, file, { name: 'a', contentType })
    const { status, code, attachment } = await put(ada, url, file)
    return { id: attachmentId, seen: code ?? [status, attachment!.width, attachment!.height] }
  }

  test('is what it is called, and says how large it is', async () => {
    const gif = Buffer.from('47494638396107000500800000ffffff00000021f90400000000002c00000000070005000002', 'hex')
    expect((await of(png(300, 7), 'image/png')).seen).toEqual([200, 300, 7])
    expect((await of(gif, 'image/gif')).seen).toEqual([200, 7, 5])
    for (const type of ['image/jpeg', 'image/gif', 'image/webp', 'image/avif']) {
      expect((await of(png(3, 3), type)).seen).toBe('UPLOAD_MISMATCH')
    }
    expect((await of(Buffer.from('<script>alert(1)</script>'), 'image/png')).seen).toBe('UPLOAD_MISMATCH')
  })

  test('that is broken, or lies about its size, harms nobody', async () => {
    const cut = png(300, 7).subarray(0, 20)
    expect((await of(cut, 'image/png')).seen).toEqual([200, null, null])
    expect((await of(png(1, 1).fill(255, 16, 24), 'image/png')).seen).toEqual([200, null, null])
    for (const type of ['image/jpeg', 'image/webp', 'image/avif', 'image/gif']) {
      const begin = {
        jpeg: 'ffd8ffe0ffff',
        webp: '52494646ffffffff5745425056503858',
        avif: '00000000667479706176696600000000',
        gif: '474946383961',
      }
      const broken = Buffer.from(begin[type.slice(6) as 'gif'] + '00'.repeat(50), 'hex')
      const { seen } = await of(broken, type)
      expect(seen[0]).toBe(200)
    }
  })
})

describe('a thumbnail', () => {
  const aPicture = (bytes: Buffer, contentType: string) => uploaded(ada, bytes, { name: 'lake.jpeg', contentType })

  test('is drawn of a picture: small, upright, without where it was taken, for whoever may read the picture', async () => {
    const photo = await photograph()
    expect((await seen(photo, { left: 0, top: 0 })).exif?.includes('Parley')).toBe(true)
    const cara = await Person.guest(system, 'Cara')
    const place = await ada.startGroup('Pictures', [cara])
    const sent = await sendFiles(ada, place, [await aPicture(photo, 'image/jpeg')])
    const { id, width, height, thumbnail } = sent.attachments[0]!
    expect([width, height, thumbnail]).toEqual([900, 1200, { width: 480, height: 640, url: expect.any(String) }])
    const small = await download(ada, thumbnail!.url)
    expect(small.headers.get('content-type')).toBe('image/webp')
    expect(small.headers.get('content-disposition')).toMatch(/^inline; filename="lake.webp"/)
    const drawn = Buffer.from(await small.arrayBuffer())
    // What was on the left is above.
    expect(await seen(drawn, { left: 470, top: 10 })).toEqual({ ...webp(480, 640), isRed: true })
    expect(await seen(drawn, { left: 10, top: 630 })).toEqual({ ...webp(480, 640), isRed: false })
    const { message } = await cara.get(
      `query ($id: ID!) { message(id: $id) { attachments { thumbnail { width height url } } } }`,
      sent,
    )
    const hers = message.attachments[0].thumbnail
    expect(hers).toEqual({ width: 480, height: 640, url: expect.stringContaining(`user=${cara.id}`) })
    const path = `/files/${id}?thumbnail=1`
    const status = async (url: string, headers = {}) => (await download(ada, url, headers)).status
    expect([await status(hers.url), await status(path, authorized(cara))]).toEqual([200, 200])
    expect([await status(path), await status(path, authorized(eve))]).toEqual([401, 404])
    const whole = await download(ada, `/files/${id}`, authorized(ada))
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(photo)
    expect(whole.headers.get('etag')).not.toBe(small.headers.get('etag'))
    expect(await status(path, { ...authorized(ada), 'if-none-match': small.headers.get('etag')! })).toBe(304)
    await ada.remove(place, cara)
    expect([await status(hers.url), await status(path, authorized(cara))]).toEqual([404, 404])
  })

  const webp = (width: number, height: number) => ({ format: 'webp', width, height, exif: undefined })

  test('is no larger than the picture, and goes along when that is forwarded', async () => {
    const { id, attachments } = await sendFiles(ada, group, [await aPicture(png(30, 20), 'image/png')])
    expect(attachments[0]!.thumbnail).toMatchObject({ width: 30, height: 20 })
    const { forwardMessage } = await ada.get(
      `mutation ($input: ForwardMessageInput!) { forwardMessage(input: $input) {
        message { attachments { thumbnail { width height url } } } } }`,
      { input: { messageId: id, conversationId: group, clientMessageId: randomUUID() } },
    )
    expect(forwardMessage.message.attachments).toEqual([{ thumbnail: attachments[0]!.thumbnail }])
  })

  test('is none of what moves, is broken or is no picture, which are sent all the same', async () => {
    const photo = await photograph()
    const header = png(3, 3)
    // It says that it has 45,000 times 45,000 pixels.
    for (const at of [16, 20]) header.writeUInt32BE(45_000, at)
    for (const [file, contentType] of [
      [await animation('gif'), 'image/gif'],
      [await animation('webp'), 'image/webp'],
      [photo.subarray(0, photo.length / 2), 'image/jpeg'],
      [Buffer.concat([png(40, 40).subarray(0, 60), Buffer.alloc(400)]), 'image/png'],
      [header, 'image/png'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'image/svg+xml'],
      [bytes, 'text/plain'],
    ] as const) {
      const [sent] = (await sendFiles(ada, group, [await aPicture(file, contentType)])).attachments
      expect([contentType, sent!.thumbnail]).toEqual([contentType, null])
      expect((await download(ada, `/files/${sent!.id}?thumbnail=1`, authorized(ada))).status).toBe(404)
      expect((await download(ada, sent!.url)).status).toBe(200)
    }
  })
})

describe('a file', () => {
  test.each([
    ['a page', 'text/html', '<script>parent.alert(1)</script>', 'attachment'],
    ['a drawing', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'attachment'],
    ['a script', 'text/javascript', 'alert(1)', 'attachment'],
    ['a document', 'application/pdf', '%PDF-1.7', 'attachment'],
    ['a sound', 'audio/mpeg', 'ID3', 'inline'],
  ])('that is %s can run nothing in our name', async (_what, contentType, text, disposition) => {
    const id = await uploaded(ada, Buffer.from(text), { name: 'a"; x="\u202eü.html', contentType })
    const [file] = (await sendFiles(ada, group, [id])).attachments
    const { headers } = await download(ada, file!.url)
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-type')).toBe(contentType)
    expect(headers.get('content-disposition')).toBe(
      `${disposition}; filename="a_; x=__.html"; filename*=UTF-8''a%22%3B%20x%3D%22%C3%BC.html`,
    )
    const saved = await download(ada, `${file!.url}&download=1`)
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; /)
  })

  test('is read whole, in parts, or not again', async () => {
    const [file] = (await sendFiles(ada, group, [await uploaded(ada, Buffer.from('0123456789'))])).attachments
    const get = async (headers: Record<string, string>) => {
      const response = await download(ada, file!.url, headers)
      return [response.status, await response.text(), response.headers.get('content-range')]
    }
    expect(await get({})).toEqual([200, '0123456789', null])
    expect(await get({ range: 'bytes=2-4' })).toEqual([206, '234', 'bytes 2-4/10'])
    expect(await get({ range: 'bytes=7-' })).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await get({ range: 'bytes=-2' })).toEqual([206, '89', 'bytes 8-9/10'])
    expect(await get({ range: 'bytes=-99' })).toEqual([206, '0123456789', 'bytes 0-9/10'])
    expect(await get({ range: 'bytes=5-99' })).toEqual([206, '56789', 'bytes 5-9/10'])
    expect(await get({ range: 'bytes=10-' })).toEqual([416, '', 'bytes */10'])
    expect(await get({ range: 'bytes=4-2' })).toEqual([200, '0123456789', null])
    expect(await get({ range: 'bytes=0-1,4-5' })).toEqual([200, '0123456789', null])
    expect(await get({ range: 'lines=1-2' })).toEqual([200, '0123456789', null])
    const etag = (await download(ada, file!.url)).headers.get('etag')!
    expect(await get({ 'if-none-match': `"other", ${etag}` })).toEqual([304, '', null])
    expect(await get({ range: 'bytes=0-0', 'if-range': etag })).toEqual([206, '0', 'bytes 0-0/10'])
    expect(await get({ range: 'bytes=0-0', 'if-range': '"other"' })).toEqual([200, '0123456789', null])
    const head = await fetch(new URL(file!.url, system.url), { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', ''])
  })

  test('is for whoever may read a message that has it, now, by its address or by their token', async () => {
    const cara = await Person.guest(system, 'Cara')
    const place = await ada.startGroup('Private', [cara])
    const sent = await sendFiles(ada, place, [await aFile()])
    const path = `/files/${sent.attachments[0]!.id}`
    const query = `query ($id: ID!) { message(id: $id) { attachments { url } } }`
    const { message } = await cara.get(query, sent)
    const { url } = message.attachments[0]
    const [reader, writer] = [await keyOf(ada, ['MESSAGES_READ']), await keyOf(ada, ['MESSAGES_WRITE'])]
    const by = async (authorization?: string) =>
      (await download(ada, path, authorization ? { authorization: `Bearer ${authorization}` } : {})).status
    expect(await by(ada.accessToken)).toBe(200)
    expect(await by(cara.accessToken)).toBe(200)
    expect(await by(reader)).toBe(200)
    expect(await by(writer)).toBe(403)
    expect(await by(eve.accessToken)).toBe(404)
    expect(await by()).toBe(401)
    expect(await by('nonsense')).toBe(401)
    expect((await download(cara, url)).status).toBe(200)
    expect((await download(cara, url.replace(cara.id, eve.id))).status).toBe(403)
    await ada.remove(place, cara)
    expect((await download(cara, url)).status).toBe(404)
    expect(await by(cara.accessToken)).toBe(404)
    expect(await by(ada.accessToken)).toBe(200)
  })

  test('that no message has is for its sender alone', async () => {
    const path = `/files/${await aFile()}`
    expect((await download(ada, path, authorized(ada))).status).toBe(200)
    expect((await download(bob, path, authorized(bob))).status).toBe(404)
  })

  test('of a message that the viewer has deleted for themself, or cleared, is not theirs any more', async () => {
    const sent = await sendFiles(ada, group, [await aFile()])
    const path = `/files/${sent.attachments[0]!.id}`
    const status = async (person: Person) => (await download(person, path, authorized(person))).status
    const forMe = 'mutation ($input: DeleteMessageInput!) { deleteMessageForMe(input: $input) { message { id } } }'
    await bob.get(forMe, { input: { messageId: sent.id } })
    expect([await status(bob), await status(ada)]).toEqual([404, 200])
    const clear = 'mutation ($input: ClearHistoryInput!) { clearHistory(input: $input) { __typename } }'
    await ada.get(clear, { input: { conversationId: group } })
    expect(await status(ada)).toBe(404)
  })
})
