import { isPartOfPage } from './isPartOfPage.ts'

const worker = '/sw.js'

/** Has the service worker keep what this page is made of, once it is there and nothing else is to be loaded. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return
  const keep = async () => {
    await navigator.serviceWorker.register(worker)
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ kind: 'keep', paths: partsOfThisPage() })
  }
  // Without it the page needs the network, as any other does.
  const start = () => void keep().catch(() => {})
  if (document.readyState === 'complete') start()
  else addEventListener('load', start, { once: true })
}

/** Scripts, styles, type and pictures that were loaded from here. */
function partsOfThisPage(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = loaded.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname)
  return [...new Set(own.filter(isPartOfPage))]
}
