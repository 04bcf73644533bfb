/**
 * `fetch` that gives an answer up when it takes longer than `withinMs`, its body included. Made of AbortController alone, since
 * React Native has neither AbortSignal.timeout nor AbortSignal.any.
 */
export function limitedFetch(withinMs: number, send: typeof fetch = fetch): typeof fetch {
  return (input, init) => {
    const limit = new AbortController()
    const given = init?.signal
    const follow = () => limit.abort(given?.reason)
    if (given?.aborted) follow()
    else given?.addEventListener('abort', follow)
    const late = Object.assign(new Error(`No answer within ${withinMs} ms`), { name: 'TimeoutError' })
    const timer: unknown = setTimeout(() => limit.abort(late), withinMs)
    // In Node it must not keep a program running that has nothing else to do.
    if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as { unref(): void }).unref()
    return send(input, { ...init, signal: limit.signal })
  }
}
