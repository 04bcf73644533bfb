import type { ExecutionResult } from 'graphql'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { withDeadline } from '../deadline.ts'
import { codeOf, toErrors } from '../errorPayload.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import { SharedResult } from './sharedResult.ts'
import type { Subscription } from './subscription.ts'

export interface Resolved {
  result: SharedResult
  /** Without errors: worth keeping for others who ask for the same event. */
  whole: boolean
}

/**
 * Resolves one event for a group, with the credentials of the first asker; where those are refused (a token that ended,
 * a membership that is over), with the next one's. Never rejects: a failure is a result with errors.
 */
export async function resolveOnce(
  event: TopicEvent,
  askers: readonly Subscription[],
  timeoutMs: number,
  logger: Logger,
): Promise<Resolved> {
  let last: Resolved | undefined
  for (const { request } of askers) {
    try {
      const result = await withDeadline(timeoutMs, (signal) =>
        request.live.resolveEvent(event.payload, request.variables, { ...request.context(), signal }),
      )
      last = { result: new SharedResult(result), whole: !result.errors?.length }
      if (!isRefused(result)) return last
    } catch (cause) {
      last = { result: new SharedResult({ data: null, errors: toErrors(cause, logger) }), whole: false }
    }
  }
  return last ?? { result: new SharedResult({ data: null, errors: [] }), whole: false }
}

const isRefused = ({ errors }: ExecutionResult): boolean =>
  errors?.some((error) => codeOf(error) === 'UNAUTHENTICATED' || codeOf(error) === 'FORBIDDEN') ?? false
