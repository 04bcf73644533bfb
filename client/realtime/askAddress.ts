import { ApiError } from '../errors/apiError.ts'
import { asked } from '../asked.ts'
import type { Pace } from './pace.ts'
import { socketAddress } from './socketAddress.ts'

/**
 * Where the next socket goes, once it is its turn.
 * @throws ApiError  what the app's function threw, or `NETWORK`; `REFUSED` where it gave what is no address, or the turns are over
 */
export async function askAddress(
  url: string | (() => string | Promise<string>),
  pace: Pick<Pace, 'turn' | 'isStopped'>,
  withinMs: number,
): Promise<string> {
  await pace.turn()
  if (pace.isStopped()) throw new ApiError('REFUSED', 'This socket was given up.')
  if (typeof url === 'string') return url
  const given = await asked('address of the socket', url, withinMs)
  try {
    return socketAddress(given)
  } catch (fault) {
    throw new ApiError('REFUSED', (fault as TypeError).message, { cause: fault })
  }
}
