import { Unavailable } from '../errors.ts'

/**
 * Resolves as `work` does, or rejects with UNAVAILABLE after `ms` milliseconds. The work itself goes on: what it does
 * later must be harmless.
 */
export async function withTimeout<T>(ms: number, what: string, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`${what} took longer than ${ms} ms.`)), ms)
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}
