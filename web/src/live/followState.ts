import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client'
import { errorOf } from '../../../client/apollo/errorOf.ts'
import { backOffMs } from '../../../client/realtime/backOff.ts'
import { onWake, pause } from '../../../client/realtime/wake.ts'

/**
 * Follows what is state: first comes how it is now, then each change, and after a lost connection how it is then. Tries again where
 * it failed for a reason that passes; where it was refused, or has ended, nothing more comes. The function returned ends it.
 */
export function followState<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  onState: (data: Data) => void,
): () => void {
  const { signal, abort } = endable()
  let attempt = 0
  let stop = () => {}
  const failed = async (cause: unknown) => {
    stop()
    const error = errorOf(cause)
    if (signal.aborted || !(error.retriable || error.code === 'UNAUTHENTICATED')) return
    await pause(backOffMs(attempt++), onWake, signal)
    begin()
  }
  const begin = () => {
    if (signal.aborted) return
    const options = { query, variables, fetchPolicy: 'no-cache' } as ApolloClient.SubscribeOptions<Data, Variables>
    const running = client.subscribe<Data, Variables>(options).subscribe({
      next: ({ data, error }) => {
        if (!data) return void failed(error)
        attempt = 0
        onState(data as Data)
      },
      error: (cause: unknown) => void failed(cause),
    })
    stop = () => running.unsubscribe()
  }
  begin()
  return () => {
    abort()
    stop()
  }
}

function endable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
