import { tellAll } from '../tellAll.ts'

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

/** Waits `ms`, or less when woken or cut short by `signal`. An `onWake` that fails wakes nobody, and the wait ends all the same. */
export function pause(ms: number, onWake: OnWake, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    let forget: (() => void) | undefined
    let isWatching = false
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
      if (forget) tellAll([forget])
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done)
    // Some sources call at once, to tell how things stand: that is no news, and with each try would make it a loop without a pause.
    tellAll([() => (forget = onWake(() => isWatching && done()))])
    isWatching = true
  })
}
