import { expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { faultsInBothColours } from './accessibility.ts'
import { Keyboard } from './keyboard.ts'
import { openSite } from './site.ts'

const site = openSite()

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

test('axe finds nothing serious where people sign in, talk and look around, in light and dark', async () => {
  const ada = await site.visitor()
  await ada.page.goto(site.url)
  await ada.page.getByLabel('Your name').waitFor()
  expect(await faultsInBothColours(ada)).toEqual([])
  await ada.page.getByRole('button', { name: 'Create an account' }).click()
  expect(await faultsInBothColours(ada)).toEqual([])

  await ada.register('Ada', 'ada')
  await ada.startConversation('Summer trip')
  await ada.say('Shall we go to the lake?')
  await ada.sees('Shall we go to the lake?')
  await ada.page.getByRole('button', { name: 'Details' }).click()
  await ada.page.getByRole('list', { name: 'Members' }).getByText('Ada').first().waitFor()
  expect(await faultsInBothColours(ada)).toEqual([])
  await ada.page.getByRole('button', { name: 'More about Summer trip' }).focus()
  await ada.page.keyboard.press('Enter')
  await ada.page.getByRole('menuitem', { name: 'Pin' }).waitFor()
  expect(await faultsInBothColours(ada)).toEqual([])
  await ada.page.keyboard.press('Escape')
  await ada.page.getByRole('button', { name: 'Start a conversation' }).click()
  await ada.page.getByLabel('What is it about?').waitFor()
  expect(await faultsInBothColours(ada)).toEqual([])
  await ada.page.keyboard.press('Escape')
  for (const [path, sight] of [
    ['/channels', 'Search channels'],
    ['/search', 'Search all your messages'],
  ] as const) {
    await ada.page.goto(site.url + path)
    await ada.page.getByLabel(sight).waitFor()
    expect(await faultsInBothColours(ada)).toEqual([])
  }
  expect(ada.complaints).toEqual([])
})

test('axe finds nothing serious in the settings, on a phone too', async () => {
  const bea = await site.visitor(phone)
  await bea.page.goto(site.url)
  await bea.page.getByRole('button', { name: 'Create an account' }).click()
  await bea.register('Bea', 'bea')
  await bea.page.getByText('No conversations yet').waitFor()
  expect(await faultsInBothColours(bea)).toEqual([])
  for (const [path, heading] of [
    ['/settings', 'Settings'],
    ['/settings/profile', 'Your profile'],
    ['/settings/appearance', 'Colours'],
    ['/settings/security', 'Sessions'],
    ['/settings/api-keys', 'API keys'],
    ['/settings/bots', 'Bots'],
    ['/settings/webhooks', 'Webhooks'],
    ['/settings/data', 'Delete account'],
  ] as const) {
    await bea.page.goto(site.url + path)
    await bea.page.getByRole('heading', { name: heading }).last().waitFor()
    expect(await faultsInBothColours(bea)).toEqual([])
  }
  await bea.page.goto(`${site.url}/settings/api-keys`)
  await bea.page.getByRole('button', { name: 'Create a key' }).click()
  await bea.page.getByLabel('What is it for?').waitFor()
  expect(await faultsInBothColours(bea)).toEqual([])
  expect(bea.complaints).toEqual([])
})

test("without a mouse one comes in, talks, removes somebody and leaves, and never loses one's place", async () => {
  const cem = await Person.guest(site.system, 'Cem')
  const ada = await site.visitor()
  const keys = new Keyboard(ada.page)
  await ada.page.goto(site.url)
  await keys.isOn(/^Your name/)
  await keys.type('Ada')
  await keys.press('Enter')
  await ada.page.getByText('No conversations yet').waitFor()

  await keys.tabTo(/^Start a conversation$/)
  await keys.press('Enter')
  await keys.isOn(/^What is it about/)
  await keys.press('Escape')
  await keys.isOn(/^Start a conversation$/)
  await keys.press('Enter')
  await keys.isOn(/^What is it about/)
  await keys.type('By keys alone')
  await keys.press('Enter')
  await keys.isOn(/^Message to By keys alone/)

  // A dialog gives the focus back, by its button too.
  await keys.tabTo(/^Invite$/, 'Shift+Tab')
  await keys.press('Enter')
  const link = ada.page.getByLabel('Invite link').and(ada.page.locator('[value*="/join/"]'))
  const code = (await link.inputValue()).split('/').at(-1)!
  await keys.tabTo(/^Close$/)
  await keys.press('Enter')
  await keys.isOn(/^Invite$/)
  const join = 'mutation ($code: String!) { joinConversation(input: { code: $code }) { conversation { id } } }'
  await cem.get(join, { code })

  await keys.tabTo(/^Message to/)
  for (const text of ['one', 'two', 'three']) await ada.say(text)
  await ada.sees('three')
  await ada.page.locator('[data-status="arrived"]').nth(2).waitFor()
  await keys.press('ArrowUp')
  await keys.isOn(/^Edit message/)
  await keys.type(' and a half')
  await keys.press('Enter')
  await ada.reads(['one', 'two', 'three and a half'])
  await keys.isOn(/^Message to/)

  // Rows: arrows, menus, letters; where a row goes, the one in its place has the focus.
  await keys.tabTo(/^Messages$/, 'Shift+Tab')
  await keys.press('ArrowUp')
  await keys.press('ArrowUp')
  await keys.isOn(/two/)
  await keys.press('Enter')
  await keys.choose(/^Heart$/)
  await ada.page.getByRole('button', { name: '❤️ 1' }).waitFor()
  await keys.isOn(/two/)
  await keys.press('Delete')
  await keys.tabTo(/^Delete for me$/)
  await keys.press('Enter')
  await keys.isOn(/^(?!.*two).*(one|three)/)
  await keys.press('Escape')
  await keys.isOn(/^Message to/)

  await keys.tabTo(/^Details$/, 'Shift+Tab')
  await keys.press('Enter')
  await ada.page.getByRole('list', { name: 'Members' }).getByText('Cem').first().waitFor()
  await keys.tabTo(/^More about Cem/)
  await keys.press('Enter')
  await keys.choose(/^Remove/)
  await keys.isOn(/^Close$/)
  await keys.tabTo(/^Remove$/)
  await keys.press('Enter')
  await ada.page.getByRole('list', { name: 'Members' }).getByText('Cem').first().waitFor({ state: 'detached' })
  await keys.isOn(/./)
  await keys.press('Escape')
  await keys.isOn(/^Details$/)

  await keys.tabTo(/^Account of Ada/)
  await keys.press('Enter')
  await keys.choose(/^Settings/)
  await ada.page.getByRole('heading', { name: 'Settings' }).waitFor()
  await keys.tabTo(/^Appearance/)
  await keys.tabTo(/^Account of Ada/)
  await keys.press('Enter')
  await keys.choose(/^Log out/)
  await keys.tabTo(/^Log out for good$/)
  await keys.press('Enter')
  await keys.isOn(/^Your name/)
  expect(ada.complaints).toEqual([])
})
