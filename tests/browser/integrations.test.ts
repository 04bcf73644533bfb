import { expect, test } from '@jest/globals'
import { Receiver } from '../integrators/receiver.ts'
import { openSite } from './site.ts'

const site = openSite({ PARLEY_WEBHOOK_ENDPOINTS: 'any' })
/** Another person for each try: a handle is given once. */
let people = 0

async function owner() {
  const handle = `owner${++people}`
  const visitor = await site.registered('Ada', handle)
  await visitor.startConversation('Releases')
  return { visitor, page: visitor.page, handle }
}

test('a bot is made, added to a conversation, and a service writes there as it by an incoming webhook', async () => {
  const { visitor: ada, page, handle } = await owner()
  await page.goto(`${site.url}/settings/bots`)
  await page.getByRole('button', { name: 'Create a bot' }).click()
  await page.getByLabel('Name of the bot').fill('Deploys')
  await page.getByLabel('Handle').fill(`${handle}.bot`)
  await page.locator('form').getByRole('button', { name: 'Create a bot' }).click()
  await page.getByRole('button', { name: 'Add to a conversation' }).click()
  await page.getByRole('button', { name: 'Add it to Releases' }).click()
  await page.getByRole('button', { name: 'Remove it from Releases' }).waitFor()
  await ada.picture('settings-bot')

  await page.getByRole('link', { name: 'Webhooks' }).click()
  await page.getByRole('link', { name: 'Manage Releases' }).click()
  await page.getByRole('button', { name: 'New incoming webhook' }).click()
  await page.getByLabel('What is it for?').fill('Build server')
  await page.getByRole('button', { name: 'Make the address' }).click()
  const address = await page.getByLabel('Address of the webhook').inputValue()
  await ada.picture('settings-incoming-webhook')
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'build 42 is green' }),
  })
  expect(answer.status).toBe(200)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByText('Writes as Deploys').waitFor()
  await page.getByRole('link', { name: 'Releases' }).click()
  await ada.sees('build 42 is green')
  expect(ada.complaints).toEqual([])
})

test('an outgoing webhook is made, its deliveries are shown, it is paused, resumed, replayed and deleted', async () => {
  const { visitor: ada, page } = await owner()
  const receiver = await new Receiver().listen()
  await page.goto(`${site.url}/settings/webhooks`)
  await page.getByRole('link', { name: 'Manage Releases' }).click()
  await page.getByRole('button', { name: 'New outgoing webhook' }).click()
  await page.getByLabel('What is it for?').fill('Archive')
  await page.getByLabel('Address', { exact: true }).fill(receiver.url)
  await page.getByLabel('Begin with').selectOption('start')
  await page.getByRole('button', { name: 'Create the webhook' }).click()
  expect(await page.getByLabel('Secret of the webhook').inputValue()).toMatch(/^whsec_/)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('link', { name: 'Manage Archive' }).click()
  await page.getByText('Everything is delivered.').waitFor()
  const deliveries = page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem')
  await deliveries.filter({ hasText: 'The conversation begins' }).waitFor()
  await ada.picture('settings-outgoing-webhook')
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('Somebody has paused it.').waitFor()
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByRole('button', { name: 'Pause' }).waitFor()

  const before = receiver.taken.length
  await page.getByRole('button', { name: 'From here: deliver again from event 1 on' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Deliver again' }).click()
  await receiver.until(({ taken }) => taken.length >= 2 * before)
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('No service hears of what happens here yet.').waitFor()
  await receiver.close()
  expect(ada.complaints).toEqual([])
})
