import type { ApiError } from '../errors/apiError.ts'

const opened = 1
const abnormalClosure = 1006
const internalClientError = 4500

/** What graphql-ws listens to a socket by. */
type Heard = Pick<WebSocket, 'readyState' | 'onerror' | 'onclose' | 'close'>

/**
 * Gives an open socket up for a fault on this side: whoever waits for it is told why at once. graphql-ws, left to itself, would hear of the
 * close when the server has answered it, and take it for that of the next socket.
 */
export function failSocket(socket: Heard, error: ApiError): void {
  if (socket.readyState !== opened) return
  const { onerror, onclose } = socket
  socket.onerror = null
  socket.onclose = null
  socket.close(internalClientError)
  tell({ onerror, onclose }, error)
}

/** In place of a socket that could not be made: fails at once, as one does whose server cannot be reached, and says why. */
export function failedSocket(error: ApiError): object {
  const socket = { readyState: 3, onerror: null, onclose: null, close: () => undefined }
  void Promise.resolve().then(() => tell(socket, error))
  return socket
}

function tell(listeners: Pick<Heard, 'onerror' | 'onclose'>, error: ApiError): void {
  const { onerror, onclose } = listeners as Record<'onerror' | 'onclose', ((event: object) => void) | null>
  onerror?.(error)
  onclose?.({ code: abnormalClosure, reason: '' })
}
