import type { ApiError } from '../errors/apiError.ts'

const abnormalClosure = 1006

/** In place of a socket that could not be made: fails at once, as one does whose server cannot be reached, and says why. */
export function failedSocket(error: ApiError): object {
  const socket = {
    readyState: 3, // CLOSED
    onerror: (_error: unknown): void => undefined,
    onclose: (_event: { code: number; reason: string }): void => undefined,
    close: () => undefined,
    addEventListener: () => undefined,
  }
  void Promise.resolve().then(() => {
    socket.onerror(error)
    socket.onclose({ code: abnormalClosure, reason: '' })
  })
  return socket
}
