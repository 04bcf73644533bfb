import { expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { until } from '../../platform/time/until.ts'
import { openSite } from './site.ts'
import type { Visitor } from './visitor.ts'

const site = openSite()

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const, hasTouch: true }
const messagesOf = ({ page }: Visitor) => page.getByRole('region', { name: 'Messages', exact: true })

/** Ada at a browser, and Bea, who writes by the API. */
async function adaAndBea(title: string, opened = site.visitor()) {
  const ada = await opened
  await ada.comeIn('Ada')
  const code = (await ada.startConversation(title)).split('/').at(-1)!
  const path = new URL(ada.page.url()).pathname
  const bea = await Person.guest(site.system, 'Bea')
  const join = 'mutation ($code: String!) { joinConversation(input: { code: $code }) { conversation { id } } }'
  await bea.get(join, { code })
  const id = path.split('/').at(-1)!
  const says = async (from: number, to: number) => {
    for (let n = from; n <= to; n += 1) await bea.send(id, `message ${n}`)
  }
  return { ada, bea, id, path, says }
}

/** Ada's other device: signed in as she is. */
async function anotherDevice(ada: Visitor, path: string): Promise<Visitor> {
  const storageState = await ada.page.context().storageState()
  const device = await site.visitor({ ...phone, storageState })
  await device.page.goto(site.url + path)
  return device
}

test('whoever comes back begins at the first unread message, and what is read here is read on every device', async () => {
  const { ada, id, says } = await adaAndBea('Long talk')
  await ada.page.goto(`${site.url}/`)
  await says(1, 150)
  const inbox = (visitor: Visitor) => visitor.page.getByRole('link', { name: /Long talk/ })
  await inbox(ada).getByLabel('150 unread').waitFor()
  const other = await anotherDevice(ada, '/')
  await inbox(other).getByLabel('150 unread').waitFor()

  await inbox(ada).click()
  const divider = messagesOf(ada).getByRole('separator', { name: 'New' })
  await divider.waitFor()
  await messagesOf(ada).getByText('message 1', { exact: true }).waitFor()
  await ada.picture('unread')
  await messagesOf(ada).getByText('message 150', { exact: true }).waitFor({ state: 'detached' })
  // Only what was on the screen is read.
  await ada.page.getByRole('button', { name: /^1[34]\d new messages$/ }).click()
  await messagesOf(ada).getByText('message 150', { exact: true }).waitFor()
  await inbox(ada)
    .getByLabel(/unread/)
    .waitFor({ state: 'detached' })
  await inbox(other)
    .getByLabel(/unread/)
    .waitFor({ state: 'detached' })

  // What one writes comes into view, whole.
  for (const text of ['That was long', 'I have read it']) await ada.say(text)
  await ada.sees('I have read it')
  await until(
    () => messagesOf(ada).evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop < 2),
    'the list does not stay at its end',
  )

  // In a browser that shows a part of it only, going back is reading on, and little is drawn.
  await messagesOf(ada).hover()
  await until(async () => {
    await ada.page.mouse.wheel(0, -4_000)
    return messagesOf(ada).getByText('message 1', { exact: true }).isVisible()
  }, 'the beginning is not reached')
  await until(
    async () => (await messagesOf(ada).getByRole('article').count()) < 60,
    'all that was passed is still drawn',
  )
  expect(
    await (
      await Person.guest(site.system, 'Nobody')
    ).refusal('query ($id: ID!) { conversation(id: $id) { id } }', { id }),
  ).toBe('FORBIDDEN')
  expect([...ada.complaints, ...other.complaints]).toEqual([])
})

test('a link, a search, a pin and a quote each lead to a message far back, and one click to the newest', async () => {
  const { ada, bea, id, path, says } = await adaAndBea('Treasure')
  const gold = await bea.send(id, 'gold is here')
  await says(1, 120)
  await ada.sees('message 120')
  // Not its text: what answers it quotes that.
  const found = messagesOf(ada).locator(`[data-message="${gold.id}"]`)
  const backToNewest = async () => {
    await ada.page.getByRole('button', { name: 'Newest' }).click()
    await ada.sees('message 120')
    await found.waitFor({ state: 'detached' })
  }
  await ada.page.goto(`${site.url}${path}?message=${gold.id}`)
  await found.waitFor()
  await backToNewest()

  await ada.page.getByRole('button', { name: 'Search in this conversation' }).click()
  await ada.page.getByLabel('Words').fill('GOLD')
  const result = ada.page.getByRole('list', { name: 'Messages found' }).getByRole('button')
  await result.locator('mark', { hasText: 'gold' }).waitFor()
  await ada.picture('search')
  await result.click()
  await found.waitFor()

  // By the keyboard alone: the message has the focus, P pins it.
  await messagesOf(ada).locator(`[data-key]:has([data-message="${gold.id}"])`).focus()
  await ada.page.keyboard.press('p')
  const pinned = ada.page.getByRole('complementary', { name: 'Pinned messages' })
  await pinned.getByText('gold is here').waitFor()
  await ada.page.keyboard.press('r')
  await ada.page.getByRole('group', { name: 'Replying to Bea' }).waitFor()
  await ada.page.keyboard.type('I take it')
  await ada.page.keyboard.press('Enter')
  await ada.sees('I take it')
  await messagesOf(ada).getByRole('button', { name: 'Answers Bea: gold is here' }).click()
  await found.waitFor()
  await ada.page.getByRole('button', { name: 'Newest' }).click()
  await ada.sees('I take it')
  await pinned.getByRole('button', { name: /gold is here/ }).click()
  await found.waitFor()
  expect(ada.complaints).toEqual([])
})

test('a thread has its own place, counts its replies for all, and a mention finds whom it names', async () => {
  const { ada, bea, id } = await adaAndBea('Plans')
  const root = await bea.send(id, 'Lake or sea?')
  await ada.sees('Lake or sea?')
  const reply = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }'
  const input = { conversationId: id, clientMessageId: 'reply-1', text: 'Sea!', threadRootId: root.id }
  await bea.get(reply, { input })
  await messagesOf(ada)
    .getByRole('button', { name: /^1 reply 1 new/ })
    .click()
  const thread = ada.page.getByRole('complementary', { name: 'Thread' })
  await thread.getByText('Sea!', { exact: true }).waitFor()
  const line = thread.getByLabel('Reply in this thread')
  await line.fill('')
  await line.pressSequentially('I agree @be')
  await ada.page.getByRole('option', { name: /Bea/ }).waitFor()
  await ada.picture('thread')
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.type('of course')
  await ada.page.keyboard.press('Enter')
  await thread.getByText('of course').waitFor()
  await messagesOf(ada)
    .getByRole('button', { name: /^2 replies/ })
    .waitFor()
  const query = 'query ($id: ID!) { conversation(id: $id) { lastMessage { text threadRoot { id } mentions { id } } } }'
  await until(
    async () => (await bea.get(query, { id })).conversation.lastMessage.threadRoot?.id === root.id,
    'the reply is not there',
  )
  expect((await bea.get(query, { id })).conversation.lastMessage).toEqual({
    text: 'I agree @Bea of course',
    threadRoot: { id: root.id },
    mentions: [{ id: bea.id }],
  })
  expect(ada.complaints).toEqual([])
})

test('a page that is loaded without a network shows the conversation, keeps what is written, and sends it in order', async () => {
  const { ada, bea, id, says } = await adaAndBea('Mountain hut', site.visitorOnLine())
  await says(1, 20)
  await ada.sees('message 20')
  const isKept = () =>
    ada.page.evaluate(async () => {
      const shell = (await (await caches.open('parley.shell')).keys()).length
      const databases = (await indexedDB.databases()).length
      return shell > 0 && databases > 0
    })
  await until(isKept, 'nothing is kept')
  // The next change is kept after a while: a page that is hidden keeps it at once.
  await ada.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await ada.offline(true)
  await until(async () => {
    await ada.page.reload()
    return ada.sees('message 20', 5_000).then(
      () => true,
      () => false,
    )
  }, 'the page does not come back')
  for (const text of ['first', 'second', 'third']) await ada.say(text)
  await ada.page.reload()
  await ada.sees('third')
  await ada.picture('offline-reload')
  await bea.send(id, 'meanwhile')
  await ada.offline(false)
  await ada.sees('meanwhile')
  await until(async () => (await bea.history(id)).length === 24, 'not all was sent')
  const texts = (await bea.history(id)).map(({ text }) => text)
  expect(texts.slice(-4)).toEqual(['meanwhile', 'first', 'second', 'third'])
  await until(
    async () => (await ada.texts()).slice(-4).join() === texts.slice(-4).join(),
    'the page shows another order',
  )
  expect(ada.complaints).toEqual([])
})

test('a very long message shows its beginning, and the rest by a key, where one is reading', async () => {
  const { ada, bea, id } = await adaAndBea('Minutes')
  await bea.send(id, Array.from({ length: 300 }, (_, n) => `line ${n}`).join('\n'))
  await bea.send(id, 'So much for today')
  await ada.sees('So much for today')
  const message = messagesOf(ada).getByRole('article').filter({ hasText: 'line 0' })
  expect(await message.textContent()).not.toContain('line 299')
  await message.getByRole('button', { name: 'Show the whole message' }).press('Enter')
  await message.getByText('line 299').waitFor()
  // The end of the list has gone far down, and takes nobody along.
  await messagesOf(ada).getByText('So much for today').waitFor({ state: 'detached' })
  const less = message.getByRole('button', { name: 'Show less' })
  expect(await less.getAttribute('aria-expanded')).toBe('true')
  await less.press('Enter')
  await message.getByText('line 299').waitFor({ state: 'detached' })
  expect(ada.complaints).toEqual([])
})
