import { isPartOfPage } from './isPartOfPage.ts'

/** What is used of a service worker's scope: TypeScript's types for it exclude those of a page. */
interface FetchEvent extends Event {
  request: Request
  respondWith(answer: Promise<Response>): void
}
interface KeepEvent extends Event {
  data: { kind?: string; paths?: unknown } | null
  waitUntil(work: Promise<unknown>): void
}
export interface ShellScope {
  location: Location
  caches: CacheStorage
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: KeepEvent) => void): void
}

const cacheName = 'parley.shell'
/** Files of earlier builds go when there are more than this. */
const mostFiles = 200

/** Lets the page load without a network: its address from the network while there is one, its files from the cache. */
export function serveShell(scope: ShellScope): void {
  scope.addEventListener('message', (event) => {
    const { kind, paths } = event.data ?? {}
    if (kind === 'keep' && Array.isArray(paths)) event.waitUntil(keep(scope, paths.map(String).filter(isPartOfPage)))
  })
  scope.addEventListener('fetch', (event) => {
    const { method, mode, url } = event.request
    const { origin, pathname } = new URL(url)
    if (method !== 'GET' || origin !== scope.location.origin) return
    if (isPartOfPage(pathname)) event.respondWith(fileOf(scope, event.request))
    // GraphiQL stands at the address of the API, which is the network's alone.
    else if (mode === 'navigate' && !pathname.startsWith('/graphql')) event.respondWith(pageOf(scope, event.request))
  })
}

/** Keeps the page as it is now with its files. Those that are there already are not fetched again: their names have a hash. */
async function keep({ caches }: ShellScope, paths: string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  await cache.addAll(['/', ...paths.filter((path) => !known.has(path))])
  const kept = await cache.keys()
  const spare = kept.filter(({ url }) => url.includes('/assets/') && !paths.includes(new URL(url).pathname))
  for (const request of spare.slice(0, Math.max(0, kept.length - mostFiles))) await cache.delete(request)
}

async function fileOf({ caches }: ShellScope, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

/** Every address of the chat is the same page. */
async function pageOf({ caches }: ShellScope, request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    const cache = await caches.open(cacheName)
    return (await cache.match('/')) ?? Response.error()
  }
}
