import { expect, test } from '@jest/globals'
import { hold } from './hold.ts'
import { openSite } from './site.ts'
import type { Visitor } from './visitor.ts'

const site = openSite()
/** Another account for each try: a handle is given once. */
let people = 0

async function writer(title: string) {
  const handle = `writer${++people}`
  const ada = await site.registered('Ada', handle)
  await ada.startConversation(title)
  return { ada, handle }
}

/** Opens the menu of the newest message, and takes an item of it. */
async function chooseFor({ page }: Visitor, text: string, item: string): Promise<void> {
  const line = page.locator('[data-message]').filter({ has: page.locator('[data-status]', { hasText: text }) })
  await line.last().getByRole('button', { name: 'Message actions' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Resolves once this stands in the line, and nothing else. */
const holds = ({ page }: Visitor, text: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelector('textarea')?.value === wanted, text)

test('what was begun on one device stands in the line on the other', async () => {
  const { ada, handle } = await writer('Summer trip')
  const saved = ada.page.waitForResponse(
    (response) => response.ok() && (response.request().postData() ?? '').includes('SaveDraft'),
  )
  await ada.page.getByLabel('Message to Summer trip').fill('Bring a tow')
  await saved
  const phone = await site.visitor({ viewport: { width: 390, height: 844 } })
  await phone.page.goto(site.url)
  await phone.page.getByRole('button', { name: 'Log in' }).click()
  await phone.page.getByLabel('Handle').fill(handle)
  await phone.page.getByLabel('Password').fill('correct horse')
  await phone.page.getByRole('button', { name: 'Log in', exact: true }).click()
  await phone.page.getByRole('link', { name: /Draft: Bring a tow/ }).click()
  const line = phone.page.getByLabel('Message to Summer trip')
  await holds(phone, 'Bring a tow')
  await line.press('End')
  await line.pressSequentially('el')
  await phone.page.keyboard.press('Enter')
  await ada.sees('Bring a towel')
  await holds(phone, '')
  const savedThere = phone.page.waitForResponse(
    (response) => response.ok() && (response.request().postData() ?? '').includes('And sun cream'),
  )
  await line.fill('And sun cream')
  await savedThere
  const late = await hold(phone, 'ViewerDraft', 'answer')
  await phone.page.reload()
  await late.asked
  await line.press('Enter')
  await ada.sees('And sun cream')
  await late.goOn()
  await phone.page.reload()
  await holds(phone, '')
  expect([...ada.complaints, ...phone.complaints]).toEqual([])
})

test('a message is put off, waits where one sees it, and is taken back', async () => {
  const { ada } = await writer('Later')
  const { page } = ada
  await page.getByLabel('Message to Later').fill('Happy birthday!')
  await page.getByRole('button', { name: 'More ways to send' }).click()
  await page.getByRole('menuitem', { name: 'Send later…' }).click()
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await holds(ada, '')
  await page.getByRole('status').filter({ hasText: 'It will be sent' }).waitFor()
  await page.getByRole('button', { name: 'More ways to send' }).click()
  await page.getByRole('menuitem', { name: 'Send later…' }).click()
  await page.getByRole('heading', { name: 'Waiting to be sent' }).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Happy birthday!' }).waitFor()
  await ada.picture('scheduled')
  await page.getByRole('button', { name: 'Do not send' }).click()
  await page.getByRole('heading', { name: 'Waiting to be sent' }).waitFor({ state: 'detached' })
  expect(await ada.texts()).toEqual([])
  expect(ada.complaints).toEqual([])
})

test('a message is forwarded to another conversation, which says from whom it is', async () => {
  const { ada } = await writer('From')
  const { page } = ada
  await ada.say('The lake is warm')
  await ada.sees('The lake is warm')
  await ada.startConversation('To')
  await page.getByRole('link', { name: /^From/ }).click()
  await ada.sees('The lake is warm')
  await chooseFor(ada, 'The lake is warm', 'Forward…')
  await page.getByLabel('To which conversation?').fill('To')
  await page.getByRole('dialog').getByRole('listitem').getByRole('button', { name: /^To/ }).click()
  await page.getByRole('dialog').getByText('Forwarded', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: /^To/ }).click()
  await ada.sees('The lake is warm')
  await page.getByText('Forwarded from Ada').waitFor()
  await ada.picture('forwarded')
  expect(ada.complaints).toEqual([])
})

test('whoever reads an edited message sees what it said before', async () => {
  const { ada } = await writer('Edits')
  const { page } = ada
  await ada.say('See you at nin')
  await ada.sees('See you at nin')
  await chooseFor(ada, 'See you at nin', 'Edit')
  await page.getByLabel('Edit message').fill('See you at nine')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'edited' }).click()
  const versions = page.getByRole('dialog', { name: 'Versions of this message' }).getByRole('listitem')
  await versions.nth(1).waitFor()
  await ada.picture('edits')
  expect(await versions.locator('p').allTextContents()).toEqual(['See you at nine', 'See you at nin'])
  expect(ada.complaints).toEqual([])
})
