import type { ServerResponse } from 'node:http'
import { TimedOut } from '../../platform/errors.ts'

/** Aborted when the client goes away before its answer is written, or when the time is over. Done: its timer ends. */
export function deadline(response: ServerResponse, ms: number): { signal: AbortSignal; done(): void } {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new TimedOut('It took too long.')), ms)
  const hangUp = () => {
    if (!response.writableFinished) controller.abort()
    clearTimeout(timer)
  }
  response.once('close', hangUp)
  return {
    signal: controller.signal,
    done() {
      clearTimeout(timer)
    },
  }
}
