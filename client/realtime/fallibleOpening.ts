import { ApiError } from '../errors/apiError.ts'
import { failedSocket } from './failSocket.ts'

/** Where `new WebSocket` cannot read the address. Anything else that it throws may pass. */
const unreadable = 'SyntaxError'

/**
 * How graphql-ws comes to a socket, without what it takes badly: where the address fails, or `new WebSocket`, its subscriptions would
 * wait for ever. Here they end, as with any connection that failed, with an {@link ApiError} that says why.
 */
export function fallibleOpening(address: () => Promise<string>, Impl: typeof WebSocket | undefined) {
  let failure: ApiError | undefined
  const url = async (): Promise<string> => {
    failure = undefined
    try {
      return await address()
    } catch (fault) {
      failure = fault instanceof ApiError ? fault : unopened(fault)
      return ''
    }
  }
  const construct = (target: typeof WebSocket, [to, protocols]: [string, string]): object => {
    if (failure) return failedSocket(failure)
    try {
      return new target(to, protocols)
    } catch (fault) {
      return failedSocket(unopened(fault))
    }
  }
  return { url, ...(Impl && { webSocketImpl: new Proxy(Impl, { construct }) }) }
}

function unopened(fault: unknown): ApiError {
  const { name, message } = fault instanceof Error ? fault : { name: '', message: String(fault) }
  const said = `The socket could not be opened: ${message}`
  if (name === unreadable) return new ApiError('REFUSED', said, { cause: fault })
  return new ApiError('NETWORK', said, { retriable: true, cause: fault })
}
