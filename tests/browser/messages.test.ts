import { expect, test } from '@jest/globals'
import type { Locator } from 'playwright-core'
import { openSite } from './site.ts'
import type { Visitor } from './visitor.ts'

const site = openSite()

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const, hasTouch: true }

const twoWhoTalk = async () => {
  const [ada, bea] = [await site.visitor(), await site.visitorOnLine(phone)]
  await ada.comeIn('Ada')
  await bea.join('Bea', await ada.startConversation('Summer trip'))
  return { ada, bea }
}

const messagesOf = ({ page }: Visitor): Locator => page.getByRole('region', { name: 'Messages', exact: true })

/** As `sees`, also where more than the text stands in the bubble. */
const shows = (visitor: Visitor, text: string): Promise<void> => messagesOf(visitor).getByText(text).last().waitFor()

/** Opens the menu of the message with this text as the keyboard does: its button has the focus. */
const openMenu = async (visitor: Visitor, text: string): Promise<void> => {
  const line = messagesOf(visitor)
    .locator('[data-message]')
    .filter({ has: visitor.page.locator('[data-status]', { hasText: text }) })
    .last()
  await line.getByRole('button', { name: 'Message actions' }).focus()
  await visitor.page.keyboard.press('Enter')
}

const choose = (visitor: Visitor, item: string): Promise<void> =>
  visitor.page.getByRole('menuitem', { name: item, exact: true }).click()

test('an edit and deletions are seen live, and by whoever was away when they happened', async () => {
  const { ada, bea } = await twoWhoTalk()
  for (const text of ['See you at nin', 'Not for you', 'Bring a towel']) await ada.say(text)
  await bea.sees('Bring a towel')
  await bea.offline(true)
  await openMenu(ada, 'See you at nin')
  await ada.picture('menu')
  await choose(ada, 'Edit')
  await ada.page.getByLabel('Edit message').fill('See you at nine')
  await ada.picture('editing')
  await ada.page.keyboard.press('Enter')
  await shows(ada, 'See you at nine')
  await openMenu(ada, 'Not for you')
  await choose(ada, 'Delete…')
  await ada.picture('deleting')
  await ada.page.getByRole('button', { name: 'Delete for everyone' }).click()
  await ada.sees('This message was deleted')
  await bea.offline(false)
  await bea.sees('This message was deleted')
  await shows(bea, 'See you at nine')
  await openMenu(bea, 'Bring a towel')
  await bea.picture('menu-phone')
  await choose(bea, 'Delete…')
  await bea.page.getByRole('button', { name: 'Delete for me' }).click()
  await messagesOf(bea).getByText('Bring a towel').waitFor({ state: 'detached' })
  await bea.page.reload()
  await shows(bea, 'See you at nine')
  await bea.reads(['See you at nine', 'This message was deleted'])
  await ada.reads(['See you at nine', 'This message was deleted', 'Bring a towel'])
  expect([...ada.complaints, ...bea.complaints]).toEqual([])
})

test('reactions are counted for all, and each sees which are their own', async () => {
  const { ada, bea } = await twoWhoTalk()
  await ada.say('Cake?')
  await bea.sees('Cake?')
  await openMenu(ada, 'Cake?')
  await ada.page.getByRole('menuitemcheckbox', { name: 'Heart' }).click()
  const heart = (visitor: Visitor, count: number, isOwn: boolean) =>
    messagesOf(visitor)
      .getByRole('button', { name: `❤️ ${count}`, pressed: isOwn })
      .waitFor()
  await heart(ada, 1, true)
  await heart(bea, 1, false)
  await messagesOf(bea).getByRole('button', { name: '❤️ 1' }).click()
  await heart(bea, 2, true)
  await heart(ada, 2, true)
  await Promise.all([ada.picture('reactions'), bea.picture('reactions-phone')])
  await messagesOf(ada).getByRole('button', { name: '❤️ 2' }).click()
  await heart(ada, 1, false)
  await bea.page.reload()
  await heart(bea, 1, true)
  expect([...ada.complaints, ...bea.complaints]).toEqual([])
})

test('a reply shows what it answers, which changes with it', async () => {
  const { ada, bea } = await twoWhoTalk()
  await ada.say('Lake or sea?')
  await bea.sees('Lake or sea?')
  await openMenu(bea, 'Lake or sea?')
  await choose(bea, 'Reply')
  await bea.picture('replying-phone')
  await bea.say('The sea!')
  const quote = (visitor: Visitor, text: string) =>
    messagesOf(visitor)
      .getByRole('button', { name: `Answers Ada: ${text}` })
      .waitFor()
  await ada.sees('The sea!')
  for (const visitor of [ada, bea]) await quote(visitor, 'Lake or sea?')
  await Promise.all([ada.picture('reply'), bea.picture('reply-phone')])
  await openMenu(ada, 'Lake or sea?')
  await choose(ada, 'Delete…')
  await ada.page.getByRole('button', { name: 'Delete for everyone' }).click()
  for (const visitor of [ada, bea]) await quote(visitor, 'Deleted message')
  expect([...ada.complaints, ...bea.complaints]).toEqual([])
})
