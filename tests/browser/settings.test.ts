import { expect, test } from '@jest/globals'
import { openSite } from './site.ts'

const site = openSite()

const askWithKey = async (key: string): Promise<{ data?: unknown; errors?: { extensions: { code: string } }[] }> => {
  const response = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: '{ conversations { edges { node { id } } } }' }),
  })
  return (await response.json()) as never
}

test('a profile is changed, and the language of the page, which stays over a reload', async () => {
  const { page, complaints } = await site.registered('Ada', 'ada')
  await page.getByRole('button', { name: 'Account of Ada' }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await page.getByLabel('Your name').fill('Ada Lovelace')
  await page.getByLabel('Status').fill('At the lake')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved').waitFor()
  await page.getByRole('button', { name: 'Account of Ada Lovelace' }).waitFor()
  await page.getByRole('link', { name: 'Appearance and language' }).click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await page.getByRole('heading', { name: 'Aussehen und Sprache' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Aussehen und Sprache' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('ar')
  await page.getByRole('heading', { name: 'المظهر واللغة' }).waitFor()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(complaints).toEqual([])
})

test('sessions are listed by device; the others are ended by a click, and their pages sign out', async () => {
  const bea = await site.registered('Bea', 'bea')
  const other = await site.visitor()
  await other.page.goto(site.url)
  await other.page.getByRole('button', { name: 'Log in' }).click()
  await other.page.getByLabel('Handle').fill('bea')
  await other.page.getByLabel('Password').fill('correct horse')
  await other.page.getByRole('button', { name: 'Log in', exact: true }).click()
  await other.page.getByText('No conversations yet').waitFor()
  await bea.page.goto(`${site.url}/settings/security`)
  const sessions = bea.page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await sessions.nth(1).waitFor()
  await bea.picture('settings-sessions')
  expect(await sessions.filter({ hasText: 'this device' }).count()).toBe(1)
  await bea.page.getByRole('button', { name: 'End all others' }).click()
  await sessions.nth(1).waitFor({ state: 'detached' })
  await other.page.getByRole('button', { name: 'Come in', exact: true }).waitFor()
  await other.page.getByRole('alert').getByText('this session was ended on another device').waitFor()
  expect([...bea.complaints, ...other.complaints]).toEqual([])
})

test('an API key is made and shown once, works for a program, and is refused once it is revoked', async () => {
  const { page, complaints } = await site.registered('Cem', 'cem')
  await page.goto(`${site.url}/settings/api-keys`)
  await page.getByRole('button', { name: 'Create a key' }).click()
  await page.getByLabel('What is it for?').fill('Nightly export')
  await page.locator('form').getByRole('button', { name: 'Create a key' }).click()
  const key = await page.getByLabel('API key', { exact: true }).inputValue()
  expect(key).toMatch(/^pk_/)
  expect(await askWithKey(key)).toEqual({ data: { conversations: { edges: [] } } })
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Revoke Nightly export' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('No keys yet.').waitFor()
  expect((await askWithKey(key)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  expect(complaints).toEqual([])
})

test('a guest keeps their conversation by registering; an account is deleted only with its password', async () => {
  const visitor = await site.visitor()
  const { page } = visitor
  await visitor.comeIn('Dora')
  await visitor.startConversation('Kept by Dora')
  await page.goto(`${site.url}/settings/security`)
  await page.getByRole('button', { name: 'Create an account' }).click()
  await page.getByLabel('Handle').fill('dora')
  await page.getByLabel('Password').fill('correct horse')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Current password').waitFor()
  await page.getByRole('link', { name: 'Kept by Dora' }).waitFor()
  await page.getByRole('link', { name: 'Your data' }).click()
  await page.getByRole('button', { name: 'Delete my account…' }).click()
  await page.getByLabel('Password').fill('wrong horse')
  await page.getByLabel('I am sure').check()
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await page.getByLabel('Password').fill('correct horse')
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await page.getByRole('button', { name: 'Come in', exact: true }).waitFor()
  expect(visitor.complaints).toEqual([])
})
