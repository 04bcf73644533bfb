import { expect, test } from '@jest/globals'
import { faultsInBothColours } from './accessibility.ts'
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
