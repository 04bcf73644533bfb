import { expect, test } from '@jest/globals'
import type { Locator } from 'playwright-core'
import { hold } from './hold.ts'
import { openSite } from './site.ts'
import type { Visitor } from './visitor.ts'

const site = openSite()

const rowsOf = ({ page }: Visitor): Locator => page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
const rowOf = (visitor: Visitor, title: string): Locator =>
  rowsOf(visitor).filter({ has: visitor.page.locator('bdi', { hasText: title }) })

/** Opens a row's menu as the keyboard does, and chooses. */
async function keep(visitor: Visitor, title: string, item: string): Promise<void> {
  await visitor.page
    .getByRole('button', { name: `More about ${title}` })
    .first()
    .focus()
  await visitor.page.keyboard.press('Enter')
  await visitor.page.getByRole('menuitem', { name: item }).click()
}

async function startGroupWith(visitor: Visitor, title: string, handle: string): Promise<void> {
  await visitor.page.getByRole('button', { name: 'Start a conversation' }).first().click()
  await visitor.page.getByLabel('What is it about?').fill(title)
  await visitor.page.getByLabel('With whom? (optional)').fill(handle)
  await visitor.page.getByRole('list', { name: 'People' }).getByRole('button').first().click()
  await visitor.page.getByRole('button', { name: 'Start', exact: true }).click()
  await visitor.page.getByLabel(/^Message to/).waitFor()
}

test('an inbox is live: what one is added to, what is said and who is named shows without a reload', async () => {
  const [ada, bea] = [await site.registered('Ada', 'ada'), await site.registered('Bea', 'bea')]
  await startGroupWith(ada, 'Summer trip', 'bea')
  await rowOf(bea, 'Summer trip').waitFor()
  await startGroupWith(ada, 'Winter trip', 'bea')
  await rowOf(bea, 'Winter trip').waitFor()
  await ada.say('Skis or sledges?')
  await rowOf(bea, 'Winter trip').getByText('Ada: Skis or sledges?').waitFor()
  await rowOf(bea, 'Winter trip').getByLabel('1 unread').waitFor()

  await keep(bea, 'Summer trip', 'Pin')
  await rowsOf(bea).first().getByLabel('Pinned').waitFor()
  await keep(bea, 'Winter trip', 'Notifications…')
  await bea.page.getByRole('button', { name: 'For a week' }).click()
  await bea.page.getByText('Muted until').waitFor()
  await bea.page.keyboard.press('Escape')
  await rowOf(bea, 'Winter trip').getByLabel('Muted').waitFor()
  const markRead = await hold(bea, 'MarkRead', 'answer')
  await keep(bea, 'Winter trip', 'Mark as read')
  await rowOf(bea, 'Winter trip').getByLabel('1 unread').waitFor({ state: 'detached' })
  await keep(bea, 'Winter trip', 'Archive')
  await rowOf(bea, 'Winter trip').waitFor({ state: 'detached' })
  await markRead.goOn()
  expect(await rowsOf(bea).count()).toBe(1)
  await bea.picture('inbox')
  await bea.page.reload()
  await rowsOf(bea).first().getByLabel('Pinned').waitFor()
  await rowOf(bea, 'Winter trip').waitFor({ state: 'detached' })
  await bea.page.getByRole('button', { name: 'Archived' }).click()
  await bea.page.getByRole('list', { name: 'Archived' }).getByText('Winter trip').waitFor()
  expect([...ada.complaints, ...bea.complaints]).toEqual([])
})

test('a public channel is found and joined; a message is found, and the result leads to its place', async () => {
  const [cem, dora] = [await site.registered('Cem', 'cem'), await site.registered('Dora', 'dora')]
  await cem.page.getByRole('button', { name: 'Start a conversation' }).first().click()
  await cem.page.getByText('Channel', { exact: true }).click()
  await cem.page.getByLabel('Name of the channel').fill('Club news')
  await cem.page.getByLabel('For announcements').check()
  await cem.page.getByRole('button', { name: 'Create channel' }).click()
  await cem.say('The boathouse opens in May')
  await cem.sees('The boathouse opens in May')
  await dora.page.getByRole('button', { name: 'Channels' }).click()
  await dora.page.getByLabel('Search channels').fill('club')
  await dora.page.getByRole('button', { name: 'Join Club news' }).click()
  await dora.sees('The boathouse opens in May')
  await dora.page.getByLabel(/^Message to/).waitFor({ state: 'detached' })
  await dora.page.getByRole('link', { name: 'Search' }).click()
  await dora.page.getByLabel('Search all your messages').fill('boathouse')
  await dora.page.locator('mark', { hasText: 'boathouse' }).click()
  await dora.sees('The boathouse opens in May')
  expect([...cem.complaints, ...dora.complaints]).toEqual([])
})

test('roles are changed, people are banned and let in again by those who may, and see what it means at once', async () => {
  const [eva, finn] = [await site.registered('Eva', 'eva'), await site.registered('Finn', 'finn')]
  await startGroupWith(eva, 'Book club', 'finn')
  await finn.page.getByText('Book club').first().click()
  await finn.page.getByRole('button', { name: 'Details' }).click()
  expect(await finn.page.getByRole('button', { name: 'Add people' }).count()).toBe(0)
  await eva.page.getByRole('button', { name: 'Details' }).click()
  const askAbout = async (item: string) => {
    await eva.page.getByRole('button', { name: 'More about Finn' }).click()
    await eva.page.getByRole('menuitem', { name: item }).click()
  }
  await askAbout('Make admin')
  await finn.page.getByRole('button', { name: 'Add people' }).waitFor()
  await askAbout('Ban…')
  await eva.page.getByRole('dialog').getByRole('button', { name: 'Ban', exact: true }).click()
  await finn.page.getByText('You are not in this conversation').waitFor()
  await eva.page.getByText('Banned', { exact: true }).click()
  await eva.page.getByRole('button', { name: 'Let Finn in again' }).click()
  await eva.page.getByText('Nobody is banned.').waitFor()
  await eva.page.getByText('Invites', { exact: true }).click()
  await eva.page.getByRole('button', { name: 'Make a link' }).click()
  await eva.page.getByLabel('How many may use it').fill('1')
  await eva.page.getByRole('dialog').getByRole('button', { name: 'Make a link' }).click()
  const path = new URL(await eva.page.getByLabel('Invite link').inputValue()).pathname
  await finn.page.goto(site.url + path)
  await finn.page.getByRole('button', { name: 'Join the conversation' }).click()
  await finn.page.getByLabel(/^Message to/).waitFor()
  expect([...eva.complaints, ...finn.complaints]).toEqual([])
})
