import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import type { Locator } from 'playwright-core'
import { png } from '../attachments/files.ts'
import { openSite } from './site.ts'
import type { Visitor } from './visitor.ts'

const site = openSite()
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const, hasTouch: true }

const lake = { name: 'lake.png', mimeType: 'image/png', buffer: png(1280, 800) }
const notes = { name: 'notes <b>1.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') }

const messagesOf = ({ page }: Visitor): Locator => page.getByRole('region', { name: 'Messages', exact: true })
const pick = (visitor: Visitor, ...files: (typeof lake)[]) =>
  visitor.page.locator('input[data-attach]').setInputFiles(files)
const isReady = (visitor: Visitor, count: number) =>
  visitor.page.getByText(count === 1 ? '1 file is ready' : `${count} files are ready`).waitFor()
const send = ({ page }: Visitor) => page.getByRole('button', { name: 'Send', exact: true }).click()
/** The picture is there, not only its room. */
const isLoaded = async (picture: Locator) => {
  await picture.waitFor()
  await picture.evaluate((img: HTMLImageElement) => img.decode())
  return picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])
}

test('files go with a message: pictures are shown, others are saved, and nobody else runs what is in them', async () => {
  const [ada, bea] = [await site.visitor(), await site.visitor(phone)]
  await ada.comeIn('Ada')
  await bea.join('Bea', await ada.startConversation('Summer trip'))
  await pick(ada, lake, notes)
  await isReady(ada, 2)
  await ada.picture('attachments-tray')
  await ada.page.getByLabel(/^Message to/).fill('Look at this')
  await send(ada)
  for (const [visitor, size] of [
    // Who sent it has it at hand; others get it small.
    [ada, [1280, 800]],
    [bea, [640, 400]],
  ] as const) {
    const picture = messagesOf(visitor).getByRole('img', { name: 'lake.png' })
    expect(await isLoaded(picture)).toEqual(size)
    const box = (await picture.boundingBox())!
    expect(box.width / box.height).toBeCloseTo(640 / 400, 1)
    await messagesOf(visitor).getByText('Look at this').waitFor()
  }
  const [whole] = await Promise.all([
    bea.page.waitForEvent('popup'),
    messagesOf(bea).getByRole('button', { name: 'lake.png' }).click(),
  ])
  expect(await isLoaded(whole.getByRole('img'))).toEqual([1280, 800])
  await whole.close()
  await bea.picture('attachments-phone')
  await ada.picture('attachments')
  const [saved] = await Promise.all([
    bea.page.waitForEvent('download'),
    messagesOf(bea)
      .getByRole('button', { name: /^Save notes <b>1\.html/ })
      .click(),
  ])
  expect(await readFile(await saved.path())).toEqual(notes.buffer)
  await bea.page.getByRole('button', { name: 'Search in this conversation' }).click()
  await bea.page.getByLabel('Words').fill('lake')
  await bea.page.getByLabel('Only messages with files').check()
  await bea.page.locator('mark', { hasText: 'lake' }).first().waitFor()
  await bea.picture('attachments-search')
  expect([...ada.complaints, ...bea.complaints]).toEqual([])
})

test('files need no text, can be dropped, pasted and removed, and wait for the network', async () => {
  const ada = await site.visitorOnLine()
  await ada.comeIn('Ada')
  await ada.startConversation('Alone')
  const area = ada.page.getByLabel(/^Message to/)
  await area.waitFor()
  const give = (event: 'drop' | 'paste', name: string) =>
    area.evaluate(
      (element, [type, file]) => {
        const data = new DataTransfer()
        data.items.add(new File(['some text'], file!, { type: 'text/plain' }))
        const given = { bubbles: true, cancelable: true }
        element.dispatchEvent(
          type === 'drop'
            ? new DragEvent('drop', { ...given, dataTransfer: data })
            : new ClipboardEvent('paste', { ...given, clipboardData: data }),
        )
      },
      [event, name],
    )
  await give('drop', 'dropped.txt')
  await give('paste', 'pasted.txt')
  await isReady(ada, 2)
  await ada.page.getByRole('button', { name: 'Remove dropped.txt' }).click()
  await isReady(ada, 1)
  await ada.offline(true)
  await pick(ada, lake)
  await ada.page.getByText('Files need the network').waitFor()
  expect(await ada.page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true)
  await ada.picture('attachments-offline')
  await ada.offline(false)
  await isReady(ada, 2)
  await area.focus()
  await ada.page.keyboard.press('Enter')
  expect(await isLoaded(messagesOf(ada).getByRole('img', { name: 'lake.png' }))).toEqual([1280, 800])
  await messagesOf(ada)
    .getByRole('button', { name: /^Save pasted\.txt/ })
    .waitFor()
  await ada.page.reload()
  expect(await isLoaded(messagesOf(ada).getByRole('img', { name: 'lake.png' }))).toEqual([640, 400])
  expect(ada.complaints).toEqual([])
})

test('files that wait for the network outlive a reload, and what is there is not uploaded again', async () => {
  const ada = await site.visitorOnLine()
  await ada.comeIn('Ada')
  await ada.startConversation('Elsewhere')
  await ada.startConversation('With files')
  const area = ada.page.getByLabel(/^Message to/)
  await pick(ada, notes)
  await isReady(ada, 1)
  await ada.offline(true)
  await pick(ada, lake)
  await area.fill('Two of them')
  await ada.page.getByText('Files need the network').waitFor()
  const uploads: string[] = []
  ada.page.on('request', (request) => request.method() === 'PUT' && uploads.push(request.url()))
  await ada.page.getByRole('link', { name: /Elsewhere/ }).click()
  await ada.page.getByLabel('Message to Elsewhere').waitFor()
  await ada.page.getByText('Files need the network').waitFor({ state: 'detached' })
  await ada.offline(false)
  await ada.page.goBack()
  await isReady(ada, 2)
  await ada.page.reload()
  await isReady(ada, 2)
  expect(uploads).toHaveLength(1)
  const names = ada.page.locator('[data-upload] span[title]')
  expect(await names.allTextContents()).toEqual(['notes <b>1.html', 'lake.png'])
  await area.focus()
  await ada.page.keyboard.press('Enter')
  expect(await isLoaded(messagesOf(ada).getByRole('img', { name: 'lake.png' }))).toEqual([640, 400])
  await messagesOf(ada).getByText('Two of them').waitFor()
  await ada.page.reload()
  await messagesOf(ada).getByText('Two of them').waitFor()
  expect(await ada.page.getByText('ready').count()).toBe(0)
  expect(ada.complaints).toEqual([])
})
