import { ApiError } from './errors/apiError.ts'

/** So long a request waits for its token, in milliseconds: a renewal by a slow network takes its time. */
const askWithinMs = 30_000

/**
 * What a function of the app gives, be it at once or later. One that fails, or never answers, must leave nobody waiting: that
 * counts as what cannot be had now, and is worth another try.
 * @throws ApiError  what the function threw, where that is one; else `NETWORK`, with what it threw as its `cause`
 */
export async function asked<Given>(
  what: string,
  ask: () => Given | Promise<Given>,
  withinMs: number = askWithinMs,
): Promise<Given> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came within ${withinMs} ms`)), withinMs)
  })
  try {
    return await Promise.race([ask(), late])
  } catch (fault) {
    if (fault instanceof ApiError) throw fault
    throw new ApiError('NETWORK', `The app gave no ${what}: ${textOf(fault)}.`, { retriable: true, cause: fault })
  } finally {
    clearTimeout(timer)
  }
}

const textOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
