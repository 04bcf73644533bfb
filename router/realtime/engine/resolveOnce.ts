import { setTimeout as wait } from 'node:timers/promises'
import type { ExecutionResult, GraphQLError } from 'graphql'
import { Unavailable } from '../../../platform/errors.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { waitAfter } from '../../../platform/time/backOff.ts'
import { withDeadline } from '../deadline.ts'
import { isDenied, isPassing, toErrors } from '../errorPayload.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import { SharedResult } from './sharedResult.ts'
import type { Subscription } from './subscription.ts'

export interface Resolved {
  result: SharedResult
  /** Without errors: worth keeping for others who ask for the same event. */
  whole: boolean
}

/** Tries again, and so delays the group a little, where a part of the graph is away: a restart should empty no event. */
const moreTries = 2

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
  for (let attempt = 0; ; attempt++) {
    try {
      const result = await withDeadline(timeoutMs, (signal) => resolveFor(event, askers, signal))
      if (attempt < moreTries && hasError(result, isPassing)) {
        await wait(waitAfter(attempt + 1, { leastMs: 100, mostMs: 1_000 }), undefined, { ref: false })
        continue
      }
      return { result: new SharedResult(result), whole: !result.errors?.length }
    } catch (cause) {
      return { result: new SharedResult({ data: null, errors: toErrors(cause, logger) }), whole: false }
    }
  }
}

async function resolveFor(
  event: TopicEvent,
  askers: readonly Subscription[],
  signal: AbortSignal,
): Promise<ExecutionResult> {
  let last: ExecutionResult | undefined
  for (const { request } of askers) {
    last = await request.live.resolveEvent(event.payload, request.variables, { ...request.context(), signal })
    if (!hasError(last, isDenied)) return last
  }
  if (!last) throw new Unavailable('Nobody is left to resolve this event for.')
  return last
}

const hasError = ({ errors }: ExecutionResult, is: (error: GraphQLError) => boolean): boolean =>
  errors?.some(is) ?? false
