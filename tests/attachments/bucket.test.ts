import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startS3Server, type S3Server } from '../../platform/objects/s3/s3Server.example.ts'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'
import { announce, download, png, put, sendFiles, sha256, uploaded } from './files.ts'

let server: S3Server
let system: TestSystem
beforeAll(async () => {
  server = await startS3Server()
  const { url, region, keyId, secret } = server.options
  system = await TestSystem.start({
    PARLEY_OBJECTS_URL: url,
    PARLEY_OBJECTS_REGION: region,
    PARLEY_OBJECTS_KEY_ID: keyId,
    PARLEY_OBJECTS_SECRET: secret,
  })
})
afterAll(async () => {
  await system.stop()
  await server.close()
})

test('where a bucket is configured, files are in it, whole, until no message has them', async () => {
  const ada = await Person.guest(system, 'Ada')
  const group = await ada.startGroup('Files')
  const bytes = Buffer.alloc(3_000_000, 'abc')
  const { attachmentId, url } = await announce(ada, bytes)
  expect(await put(ada, url, bytes.subarray(1))).toMatchObject({ status: 422, code: 'UPLOAD_MISMATCH' })
  expect(await put(ada, url, bytes)).toMatchObject({ status: 200 })
  expect(server.keys).toHaveLength(1)
  const picture = await uploaded(ada, png(700, 70), { contentType: 'image/png' })
  expect(server.keys).toHaveLength(3)
  const sent = await sendFiles(ada, group, [attachmentId, picture])
  const { url: address } = sent.attachments[0]!
  expect(sha256(Buffer.from(await (await download(ada, address)).arrayBuffer()))).toBe(sha256(bytes))
  const part = await download(ada, address, { range: 'bytes=1-5' })
  expect([part.status, await part.text()]).toEqual([206, 'bcabc'])
  const small = await download(ada, sent.attachments[1]!.thumbnail!.url)
  expect([small.status, small.headers.get('content-length')]).toEqual([
    200,
    String((await small.arrayBuffer()).byteLength),
  ])
  const mutation = 'mutation ($input: DeleteMessageInput!) { deleteMessage(input: $input) { __typename } }'
  await ada.get(mutation, { input: { messageId: sent.id } })
  await until(() => server.keys.length === 0, 'its bytes are still there')
  expect(server.refused).toBe(0)
})
