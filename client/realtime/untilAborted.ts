/**
 * The same results, until `signal` is aborted: at once, where graphql-ws would first wait for a connection that is being made, though
 * nobody wants it any more.
 */
export async function* untilAborted<Result>(
  results: AsyncIterator<Result>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Result, void> {
  let end = (): void => undefined
  const next = () =>
    new Promise<IteratorResult<Result, unknown>>((resolve, reject) => {
      end = () => resolve({ done: true, value: undefined })
      if (signal?.aborted) end()
      else results.next().then(resolve, reject)
    })
  const onAbort = () => end()
  signal?.addEventListener('abort', onAbort)
  try {
    for (let result = await next(); !result.done; result = await next()) yield result.value
  } finally {
    signal?.removeEventListener('abort', onAbort)
    void results.return?.()
  }
}
