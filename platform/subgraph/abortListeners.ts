const listeners = new WeakMap<AbortSignal, Set<() => void>>()

/**
 * Hears when `signal` is aborted. Many may listen to one signal, briefly and one after the other: only the first costs a
 * listener of the signal's own.
 */
export function addAbortListener(signal: AbortSignal, listener: () => void): void {
  let all = listeners.get(signal)
  if (!all) {
    const heard = (all = new Set())
    listeners.set(signal, heard)
    signal.addEventListener('abort', () => heard.forEach((one) => one()), { once: true })
  }
  all.add(listener)
}

export function removeAbortListener(signal: AbortSignal, listener: () => void): void {
  listeners.get(signal)?.delete(listener)
}
