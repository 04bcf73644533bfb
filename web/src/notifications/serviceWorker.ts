/**
 * The service worker: shows push messages, and opens what they are about; lets the page load without a network. It knows no
 * token and asks the API nothing; the page does the rest.
 */
import { serveShell, type ShellScope } from '../offline/shellCache.ts'
import { parsePush, shownPush } from './pushPayload.ts'

/** What is used of a service worker's scope: TypeScript's types for it exclude those of a page. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface PushEvent extends Extendable {
  data: { text(): string } | null
}
interface ClickEvent extends Extendable {
  notification: Notification
}
interface WindowClient {
  url: string
  focused: boolean
  focus(): Promise<unknown>
  postMessage(message: unknown): void
}
interface Scope {
  location: Location
  navigator: Navigator
  registration: ServiceWorkerRegistration
  clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<WindowClient[]>
    openWindow(url: string): Promise<unknown>
    claim(): Promise<void>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'push', listener: (event: PushEvent) => void): void
  addEventListener(type: 'notificationclick', listener: (event: ClickEvent) => void): void
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void
}
const scope = globalThis as unknown as Scope

serveShell(globalThis as unknown as ShellScope)

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))
scope.addEventListener('push', (event) => event.waitUntil(show(event.data?.text())))
scope.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const opening = open((event.notification.data as { path?: string } | null)?.path ?? '/')
  event.waitUntil(opening)
})

async function show(text: string | undefined): Promise<void> {
  const payload = parsePush(text)
  const { title, body, tag, path } = shownPush(payload, scope.navigator.language)
  const isSeen = (await pages()).some(({ focused, url }) => focused && new URL(url).pathname === path.split('?')[0])
  // Browsers want every push message shown. Who looks at the conversation gets it without a sound.
  const options = { body, tag, data: { path }, icon: '/icons/icon-192.png', renotify: !isSeen, silent: isSeen }
  await scope.registration.showNotification(title, options)
  if (isSeen) for (const shown of await scope.registration.getNotifications({ tag })) shown.close()
  if (payload) await scope.navigator.setAppBadge?.(payload.unreadCount).catch(() => {})
}

/** In a page that is open already, wherever it is; else in a new one. */
async function open(path: string): Promise<void> {
  const [page] = (await pages()).sort((one, other) => Number(other.focused) - Number(one.focused))
  if (!page) return void (await scope.clients.openWindow(path))
  page.postMessage({ kind: 'open', path })
  await page.focus()
}

const pages = () => scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
