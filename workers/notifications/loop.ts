import { warnOccasionally, type Logger } from '../../platform/telemetry/index.ts'
import { pause, waitAfter } from '../../platform/time/backOff.ts'

export interface Loop {
  /** There may be something to do: look at once. */
  wake(): void
  /** Resolves when the round in hand is done. */
  stop(): Promise<void>
}

/**
 * Goes round until it is stopped. `round` resolves with how long to wait before the next one, in milliseconds. Failures are
 * waited out.
 */
export function startLoop(what: string, logger: Logger, round: () => Promise<number>): Loop {
  const warn = warnOccasionally(logger)
  const stopping = new AbortController()
  let waiting = new AbortController()

  const wait = (ms: number) => pause(ms, AbortSignal.any([stopping.signal, waiting.signal]))
  const run = async () => {
    for (let failed = 0; !stopping.signal.aborted;) {
      // From here on a call to wake counts for the wait after this round.
      waiting = new AbortController()
      try {
        const ms = await round()
        failed = 0
        if (ms > 0) await wait(ms)
      } catch (error) {
        warn({ error }, `${what} failed; trying again`)
        await pause(waitAfter(++failed, { leastMs: 250, mostMs: 5_000 }), stopping.signal)
      }
    }
  }

  const running = run()
  return {
    wake: () => waiting.abort(),
    stop: () => {
      stopping.abort()
      return running
    },
  }
}
