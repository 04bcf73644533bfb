import { setTimeout as wait } from 'node:timers/promises'
import type { GraphQLFormattedError } from 'graphql'
import { Unavailable } from '../../../platform/errors.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { waitAfter } from '../../../platform/time/backOff.ts'
import { Answer } from '../../supergraph/index.ts'
import { inTime } from '../deadline.ts'
import { codeOf, isDenied, isPassing, toErrors } from '../errorPayload.ts'
import type { Engine } from './engine.ts'
import { renewalMs } from './renewing.ts'
import type { Resolved } from './resolved.ts'
import { SharedResult } from './sharedResult.ts'
import type { SubscriptionRequest } from './subscriptionRequest.ts'

/** With whose credentials an event may be resolved. */
export interface Asker {
  readonly request: SubscriptionRequest
  readonly userId: string | undefined
  readonly isExpired: boolean
  readonly state: string
}

/** How a subscription ends that has waited for a part of the graph in vain. */
export const partAway = () =>
  new Unavailable('A part of the system is away: come back with `after`.', { retryAfterMs: 5_000 })

/** Soon after a part is back, its events are too. */
const backOff = { leastMs: 100, mostMs: 1_000 }

/**
 * Resolves one event for a group, with the credentials of the first asker; where those are refused (a token that ended,
 * a membership that is over), with the next one's. While a part of the graph is away, or the tokens of all askers have
 * ended (their sockets follow shortly), it tries again, and so delays the group: neither may empty an event, since nobody
 * gets it a second time. Never rejects: a failure is a result with errors, and it says where a part stayed away.
 *
 * `askers` is asked anew for each try, and for the next one only when that one is needed.
 */
export async function resolveOnce(
  event: TopicEvent,
  askers: () => Iterable<Asker>,
  { deadlines, limits: { resolvePatienceMs, tokenGraceMs }, logger }: Pick<Engine, 'deadlines' | 'limits' | 'logger'>,
): Promise<Resolved> {
  const start = performance.now()
  /** Sockets outlive their tokens by the grace: those with new ones are there soon after. */
  const patienceFor = (result: Answer): number => {
    if (hasError(result, isAway)) return resolvePatienceMs
    return areTokensOver(result) ? renewalMs({ tokenGraceMs }) : 0
  }
  const areTokensOver = (result: Answer) =>
    hasError(result, isUnauthenticated) && [...askers()].some(({ userId }) => userId !== undefined)
  const isWanted = () => [...askers()].some(({ state }) => state !== 'ended')
  let asked: Asker[] = []
  /** It was tried for those who have gone meanwhile, and others are there. */
  const isOthers = () => asked.every(({ state }) => state === 'ended') && isWanted()
  /** Those who were asked may have gone on elsewhere, with new tokens: it was for nobody all the same. */
  const isForsaken = () => !isWanted() || asked.every(({ state, isExpired }) => state === 'ended' || isExpired)
  for (let failures = 1; ; failures++) {
    try {
      const result = await inTime(deadlines, resolveFor(event, askers(), (asked = [])))
      const whole = result.errors.length === 0
      if (!whole && isOthers()) continue
      if (performance.now() - start < patienceFor(result) && isWanted()) {
        await wait(waitAfter(failures, backOff), undefined, { ref: false })
        continue
      }
      const stayedAway = hasError(result, isAway) || areTokensOver(result)
      return { result: new SharedResult(result), whole, isAway: stayedAway, isForsaken: !whole && isForsaken() }
    } catch (cause) {
      if (isOthers()) continue
      // It hangs, which is a way of being away, or is our own fault: a second try would hold the others up once more.
      const result = new SharedResult(new Answer('null', toErrors(cause, logger)))
      return { result, whole: false, isAway: isPassing(cause), isForsaken: isForsaken() }
    }
  }
}

/** `asked`: takes those who were. */
async function resolveFor(event: TopicEvent, askers: Iterable<Asker>, asked: Asker[]): Promise<Answer> {
  let last: Answer | undefined
  for (const asker of askers) {
    const { request } = asker
    asked.push(asker)
    last = await request.live.resolveEvent(event.payload, request.variables, {
      ...request.credentials.context(),
      traceparent: event.traceparent,
    })
    if (!hasError(last, isDenied)) return last
  }
  if (!last) throw new Unavailable('Nobody is left to resolve this event for.')
  return last
}

/** Also a part that has too much to do: an event can wait for it. */
const isAway = (error: GraphQLFormattedError): boolean => isPassing(error) || codeOf(error) === 'OVERLOADED'

const isUnauthenticated = (error: GraphQLFormattedError): boolean => codeOf(error) === 'UNAUTHENTICATED'

const hasError = ({ errors }: Answer, is: (error: GraphQLFormattedError) => boolean): boolean => errors.some(is)
