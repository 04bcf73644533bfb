import { Unavailable } from '../errors.ts'

/** Runs a Redis command; its failure becomes the retriable error UNAVAILABLE. */
export async function orUnavailable<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command()
  } catch (error) {
    throw new Unavailable("Redis can't be reached.", { cause: error })
  }
}
