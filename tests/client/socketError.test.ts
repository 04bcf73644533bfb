import { describe, expect, test } from '@jest/globals'
import { closings, type Retry } from '../../router/realtime/websocket/closeCodes.ts'
import { ApiError } from '../../client/errors/apiError.ts'
import { isFinal } from '../../client/realtime/finalCodes.ts'
import { waitMs } from '../../client/realtime/pace.ts'
import { socketError } from '../../client/realtime/socketError.ts'

/** What a client does about a close, as it is told by the catalogue. */
function doneAbout({ code, reason }: { code: number; reason: string }): Retry {
  const error = socketError({ code, reason })
  if (isFinal(error, 0)) return 'never'
  if (error.code === 'UNAUTHENTICATED') return 'with a new token'
  return waitMs(error, 0) < 1_000 ? 'soon' : 'with back-off'
}

describe('what became of a socket', () => {
  test.each(Object.entries(closings))('after "%s" a client does what the catalogue says', (_name, closing) => {
    expect(doneAbout(closing)).toBe(closing.retry)
  })

  test('an unknown close, and none at all, are tried again soon', () => {
    expect(doneAbout({ code: 1006, reason: '' })).toBe('soon')
    expect(doneAbout({ code: 4499, reason: 'Terminated' })).toBe('soon')
    expect(socketError(new Event('error'))).toMatchObject({ code: 'NETWORK', retriable: true })
  })

  test('the code and the reason are told', () => {
    expect(socketError({ code: 4406, reason: 'Subprotocol not acceptable' }).message).toContain(
      '4406 Subprotocol not acceptable',
    )
  })

  test("a server's refusal keeps its code, and what a session says is taken as it is", () => {
    const refusal = { message: 'Not yours', extensions: { code: 'FORBIDDEN' } }
    expect(socketError([refusal])).toMatchObject({ code: 'FORBIDDEN', message: 'Not yours' })
    const own = new ApiError('UNAUTHENTICATED', 'Nobody is signed in.')
    expect(socketError(own)).toBe(own)
  })

  test('another token is tried some times, not for ever', () => {
    const refused = socketError({ code: 4403, reason: 'Forbidden' })
    expect([0, 1, 2, 3].map((attempt) => isFinal(refused, attempt))).toEqual([false, false, false, true])
  })
})
