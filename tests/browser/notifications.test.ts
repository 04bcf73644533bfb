import { describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { Person } from '../harness/person.ts'
import { until } from '../../platform/time/until.ts'
import { directly, mutate, say } from '../notifications/given.ts'
import { hold } from './hold.ts'
import { openSite } from './site.ts'

const site = openSite()

/** Ada, and Bob in a browser; both in Ada's group. */
async function aGroup(title: string, options = {}) {
  const ada = await Person.guest(site.system, 'Ada')
  const group = await ada.startGroup(title)
  const { invite } = await mutate(ada, 'createInvite', { conversationId: group }, 'invite { code }')
  const bob = await site.visitor(options)
  await bob.join('Bob', `/join/${invite.code}`)
  const members = await ada.get(
    'query ($id: ID!) { conversation(id: $id) { members { edges { node { user { id name } } } } } }',
    {
      id: group,
    },
  )
  type Edge = { node: { user: { id: string; name: string } } }
  const bobId = (members.conversation.members.edges as Edge[]).find(({ node }) => node.user.name === 'Bob')!.node.user
    .id
  return { ada, bob, bobId, group }
}

const bell = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true })

describe('notifications in the browser', () => {
  test('are counted at the bell, listed, lead to their message, and are read where their conversation is open', async () => {
    const { ada, bob, bobId, group } = await aGroup('Plans for the lake')
    const { page } = bob
    await page.goto(`${site.url}/settings/profile`)
    await bell(page, 'Notifications').waitFor()
    await say(ada, group, 'Six at the lake?', { mentions: [bobId] })
    await bell(page, '1 unread notification').click()
    const list = page.getByRole('list', { name: 'Notifications' })
    await list.getByText('Ada mentioned you in Plans for the lake').waitFor()
    await bob.picture('notifications')
    await list.getByRole('link').click()
    await bob.sees('Six at the lake?')
    await bell(page, 'Notifications').waitFor()
    // What was said in the conversation that is open does not stay unread, however fast one leaves it.
    const markRead = await hold(bob, 'MarkRead', 'request')
    await say(ada, group, 'Bob?', { mentions: [bobId] })
    await markRead.asked
    await bell(page, 'Notifications').click()
    await list.getByText('Bob?').waitFor()
    await page.locator('[data-unread=true]').first().waitFor({ state: 'detached' })
    await markRead.goOn()
    expect(bob.complaints).toEqual([])
  })

  test('are marked as read all at once, and hold no script of a name or a text', async () => {
    const { ada, bob, bobId } = await aGroup('<img src=x onerror=alert(1)>')
    const { page } = bob
    await page.goto(`${site.url}/notifications`)
    const direct = await directly(ada, { id: bobId } as Person)
    for (const text of ['<script>alert(2)</script>', 'two']) await say(ada, direct, text)
    await page.getByText('<script>alert(2)</script>').last().waitFor()
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await bell(page, 'Notifications').waitFor()
    await page.getByRole('button', { name: 'Mark all as read' }).waitFor({ state: 'detached' })
    expect(bob.complaints).toEqual([])
  })

  test('are set up on a page of the settings, and stay so', async () => {
    const { bob } = await aGroup('Settings')
    const { page } = bob
    await page.goto(`${site.url}/settings/notifications`)
    await page.getByLabel('Somebody reacts to my messages').check()
    await page.getByLabel('Every day, from and to a time').check()
    await page.getByLabel('From', { exact: true }).fill('21:30')
    await page.getByText(/^Time zone: /).waitFor()
    await bob.picture('notification-settings')
    const saved = () =>
      page.evaluate(async () => {
        const { accessToken } = JSON.parse(localStorage.getItem('parley.session') ?? '{}') as { accessToken: string }
        const answer = await fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
          body: JSON.stringify({ query: '{ notificationSettings { kinds quietHours { start end } } }' }),
        })
        return JSON.stringify((await answer.json()).data.notificationSettings)
      })
    await until(async () => (await saved()).includes('21:30'), 'the hours were not saved')
    await page.reload()
    expect(await page.getByLabel('Somebody reacts to my messages').isChecked()).toBe(true)
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('21:30')
    expect(bob.complaints).toEqual([])
  })

  test('pushed while the page is closed or elsewhere are shown, and a click leads to the conversation', async () => {
    const { bob, group } = await aGroup('Pushed', { permissions: ['notifications'] })
    const { page } = bob
    await page.goto(`${site.url}/settings/notifications`)
    await page.getByText('Push messages', { exact: true }).waitFor()
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js')
      await navigator.serviceWorker.ready
    })
    const session = await page.context().newCDPSession(page)
    let registrationId = ''
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      registrationId = registrations[0]?.registrationId ?? registrationId
    })
    await session.send('ServiceWorker.enable')
    await until(() => registrationId !== '', 'no registration')
    const payload = { version: 1, id: 'n1', kind: 'MENTION', conversationId: group, messageId: null, unreadCount: 1 }
    const push = (data: string) =>
      session.send('ServiceWorker.deliverPushMessage', { origin: site.url, registrationId, data })
    const shown = () =>
      page.evaluate(async () => {
        const { getNotifications } = ServiceWorkerRegistration.prototype
        const all = await getNotifications.call(await navigator.serviceWorker.ready)
        return all.map(({ title, body, tag }) => ({ title, body, tag }))
      })
    const expected = [
      { title: 'Somebody mentioned you', body: 'Open Parley to read it.', tag: group },
      { title: 'Something new in Parley', body: 'Open Parley to read it.', tag: 'parley' },
    ]
    // A push service that gets no answer from the browser delivers again.
    const isShown = async () => {
      await push(JSON.stringify(payload))
      await push('not ours')
      await until(async () => (await shown()).length === 2, 'both are shown', 10_000)
      return true
    }
    const state = () =>
      page.evaluate(async () => {
        const { active, waiting, installing } = await navigator.serviceWorker.ready
        return JSON.stringify([Notification.permission, active?.state, waiting?.state, installing?.state])
      })
    let failed = ''
    await until(
      () => isShown().catch(async (error: unknown) => void (failed = `${String(error)} ${await state()}`)),
      () => failed,
    )
    expect((await shown()).sort((a, b) => a.title.localeCompare(b.title))).toEqual(expected)
    const worker = page.context().serviceWorkers()[0]!
    await worker.evaluate(async (tag) => {
      const scope = globalThis as unknown as { registration: ServiceWorkerRegistration }
      const [notification] = await scope.registration.getNotifications({ tag })
      const Click = (globalThis as never as { NotificationEvent: new (type: string, init: object) => Event })
        .NotificationEvent
      dispatchEvent(new Click('notificationclick', { notification }))
    }, group)
    await page.waitForURL(`${site.url}/c/${group}`)
    expect(bob.complaints).toEqual([])
  })
})
