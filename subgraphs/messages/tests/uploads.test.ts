import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import { codeOf, dataOf } from './asking.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const request = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { upload { attachmentId } } }`
const discard = `mutation ($input: DiscardUploadInput!) { discardUpload(input: $input) { attachmentId } }`
const input = { name: 'a', contentType: 'text/plain', size: 1 }

test('a user has at most 100 uploads that no message has, and room again when one is taken back', async () => {
  const [ada, bob] = await world.users(2)
  const row = { ...input, uploaderId: ada!.id, state: 'READY', createdAt: 0, expiresAt: Date.now() + 60_000 } as const
  const rows = Array.from({ length: 99 }, () => ({ ...row, id: uuid() }))
  await world.database.insert(tables.attachments).values(rows)
  const { requestUpload } = dataOf<{ requestUpload: { upload: { attachmentId: string } } }>(
    await world.ask(request, { input }, ada),
  )
  expect(codeOf(await world.ask(request, { input }, ada))).toBe('LIMIT_EXCEEDED')
  dataOf(await world.ask(request, { input }, bob))
  dataOf(await world.ask(discard, { input: { attachmentId: requestUpload.upload.attachmentId } }, ada))
  dataOf(await world.ask(request, { input }, ada))
})
