import type { ServerResponse } from 'node:http'
import { TimedOut } from '../../platform/errors.ts'
import type { Deadlines } from '../../platform/time/deadlines.ts'

/** Aborted when the client goes away before its answer is written, or when the time is over. Done: time no longer counts. */
export function deadline(response: ServerResponse, deadlines: Deadlines): { signal: AbortSignal; done(): void } {
  const controller = new AbortController()
  const waiting = deadlines.add(() => controller.abort(new TimedOut('It took too long.')))
  response.once('close', () => {
    waiting.leave()
    if (!response.writableFinished) controller.abort()
  })
  // It went while its token was looked at: there will be no such event any more.
  if (response.destroyed) controller.abort()
  return { signal: controller.signal, done: () => waiting.leave() }
}
