const listeners = Symbol('listeners')

type Heard = AbortSignal & { [listeners]?: Set<() => void> }

/**
 * Hears when `signal` is aborted. Many may listen to one signal, briefly and one after the other: only the first costs a
 * listener of the signal's own.
 */
export function addAbortListener(signal: Heard, listener: () => void): void {
  let all = signal[listeners]
  if (!all) {
    const heard = (all = signal[listeners] = new Set())
    signal.addEventListener('abort', () => heard.forEach((one) => one()), { once: true })
  }
  all.add(listener)
}

export function removeAbortListener(signal: Heard, listener: () => void): void {
  signal[listeners]?.delete(listener)
}
