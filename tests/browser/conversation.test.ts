import { expect, test } from '@jest/globals'
import { openSite } from './site.ts'

const site = openSite()

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const, hasTouch: true }

test('two browsers talk; the one that lost its network has every message once and in order when it comes back', async () => {
  const [ada, bea] = [await site.visitor(), await site.visitorOnLine(phone)]
  await ada.comeIn('Ada')
  const link = await ada.startConversation('Summer trip')
  await bea.join('Bea', link)
  await ada.say('Shall we go to the lake?')
  await bea.sees('Shall we go to the lake?')
  await bea.say('Yes!')
  await ada.sees('Yes!')

  await bea.offline(true)
  await bea.page.getByText('You are offline').waitFor()
  for (const n of [1, 2, 3, 4, 5]) await ada.say(`while you were away ${n}`)
  for (const n of [1, 2, 3]) await bea.say(`written offline ${n}`)
  await bea.picture('offline')
  await ada.sees('while you were away 5')
  await bea.offline(false)
  await bea.sees('while you were away 5')
  await ada.sees('written offline 3')

  const expected = [
    'Shall we go to the lake?',
    'Yes!',
    ...[1, 2, 3, 4, 5].map((n) => `while you were away ${n}`),
    ...[1, 2, 3].map((n) => `written offline ${n}`),
  ]
  for (const visitor of [ada, bea]) await visitor.reads(expected)
  await Promise.all([ada.picture('conversation'), bea.picture('conversation-phone')])
  expect([...ada.complaints, ...bea.complaints]).toEqual([])
})

test('all is still there after the server was stopped and started again, and the talk goes on', async () => {
  const ada = await site.visitor()
  await ada.comeIn('Ada')
  await ada.startConversation('Kept')
  await ada.say('before')
  await ada.sees('before')
  await site.system.restart()
  await ada.page.reload()
  await ada.sees('before')
  await ada.say('after')
  await ada.sees('after')
  await ada.reads(['before', 'after'])
})

test('a script in a name, a title or a message does nothing but show', async () => {
  const script = '<img src=x onerror=alert(1)>'
  const ada = await site.visitor()
  await ada.comeIn(script)
  await ada.startConversation(script)
  await ada.say(`${script}<script>alert(2)</script>`)
  await ada.sees(`${script}<script>alert(2)</script>`)
  await ada.page.getByRole('heading', { name: script }).first().waitFor()
  expect(ada.complaints).toEqual([])
})

test('GraphiQL answers as the signed-in user', async () => {
  const ada = await site.visitor()
  await ada.comeIn('Ada of GraphiQL')
  await ada.page.getByText('No conversations yet').waitFor()
  const foreign: string[] = []
  ada.page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url())
  })
  await ada.page.goto(`${site.url}/graphql`)
  // Before both editors stand, GraphiQL takes no click on its button.
  await ada.page.locator('.graphiql-query-editor').getByText('query Me').waitFor()
  await ada.page.locator('.result-window .monaco-editor').first().waitFor()
  await ada.page.getByRole('button', { name: /execute query/i }).click()
  const result = ada.page.locator('.result-window')
  await result
    .getByText('Ada of GraphiQL')
    .waitFor()
    .catch(async () => expect(await result.innerText()).toContain('Ada of GraphiQL'))
  await ada.picture('graphiql')
  expect(foreign).toEqual([])
})

test('a stranger comes into GraphiQL by one click, and sees what a query costs and who answers it', async () => {
  const eve = await site.visitor()
  await eve.page.goto(`${site.url}/graphql`)
  await eve.page.getByRole('button', { name: 'Come in as a guest' }).click()
  await eve.page.locator('.parley-logo').getByText('Explorer').waitFor()
  await eve.page.locator('.result-window .monaco-editor').first().waitFor()
  await eve.page.getByRole('button', { name: /price and plan/i }).click()
  await eve.page.getByRole('button', { name: /execute query/i }).click()
  const panel = eve.page.locator('.parley-cost')
  await panel.getByText(/Fetch\(service: "users"\)|operators/).waitFor()
  expect(await panel.locator('dd').first().textContent()).toMatch(/^\d+$/)
  await eve.picture('graphiql-plan')
  expect(eve.complaints).toEqual([])
})

test('GraphiQL shows why a subscription is refused, and asks again as whoever has come in, or as the headers say', async () => {
  const eve = await site.visitor()
  const { page } = eve
  await page.goto(`${site.url}/graphql`)
  const answer = page.locator('.result-window')
  // Before both editors stand, GraphiQL takes no click on its button.
  const editor = page.locator('.graphiql-query-editor')
  await editor.getByText('query Me').waitFor()
  await answer.locator('.monaco-editor').first().waitFor()
  await page.getByRole('tab', { name: 'ConversationEvents' }).click()
  await editor.getByText('subscription', { exact: true }).waitFor()
  await page.getByRole('button', { name: /execute query/i }).click()
  await answer.getByText('UNAUTHENTICATED').waitFor()

  await page.getByRole('button', { name: 'Come in as a guest' }).click()
  await page.locator('.parley-logo').getByText('Explorer').waitFor()
  await page.getByRole('button', { name: /execute query/i }).click()
  await answer.getByText('FORBIDDEN').waitFor()

  await page.getByRole('button', { name: 'Headers', exact: true }).click()
  await page.locator('.graphiql-editor-tool .monaco-editor').locator('visible=true').first().click()
  await page.keyboard.insertText('{"authorization": "Bearer nonsense"}')
  await page.getByRole('button', { name: /execute query/i }).click()
  await answer.getByText('4403').waitFor()
  expect(eve.complaints).toEqual([])
})

test('a browser that stores nothing has a page all the same, for as long as it is open', async () => {
  const ada = await site.visitor()
  await ada.page.addInitScript(() => {
    const refused = {
      get(): never {
        throw new DOMException('Storage is switched off', 'SecurityError')
      },
    }
    Object.defineProperties(window, { localStorage: refused, indexedDB: refused })
  })
  await ada.comeIn('Ada')
  await ada.startConversation('Out of a frame')
  await ada.say('Hello')
  await ada.sees('Hello')
  expect(ada.complaints).toEqual([])
})
