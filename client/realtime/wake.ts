/** Calls back when it is worth trying again at once: the network came back, or somebody looks at the page again. */
export type OnWake = (listener: () => void) => () => void

/** In a browser; elsewhere nothing ever wakes, and waits last as long as they are. */
export const onWake: OnWake = (listener) => {
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => undefined
  const onVisible = () => document.visibilityState === 'visible' && listener()
  window.addEventListener('online', listener)
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    window.removeEventListener('online', listener)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

/** Waits `ms`, or less when woken or cut short by `signal`. */
export function pause(ms: number, onWake: OnWake, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      forget()
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    const forget = onWake(done)
    signal?.addEventListener('abort', done)
    if (signal?.aborted) done()
  })
}
