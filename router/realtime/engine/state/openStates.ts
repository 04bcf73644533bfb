import { setTimeout as wait } from 'node:timers/promises'
import type { StateEvent } from '../../../../platform/events/stateEvent.ts'
import { waitAfter } from '../../../../platform/time/backOff.ts'
import { codeOf, isPassing, toErrors } from '../../errorPayload.ts'
import { retrying } from '../retrying.ts'
import type { StateGroup } from './stateGroup.ts'
import type { StateEngine } from './states.ts'
import type { StateSubscription } from './stateSubscription.ts'

/** What a running subscription waits for: another answer may come. */
const waitedFor = new Set<unknown>(['OVERLOADED', 'UNAUTHENTICATED', 'INTERNAL_SERVER_ERROR'])
/** The viewer may not see it any more. */
const isOver = (cause: unknown): boolean => ['FORBIDDEN', 'NOT_FOUND'].includes(String(codeOf(cause)))

/**
 * Asks the owner what a subscriber may see and how it is now: at its beginning, and whenever that may have changed. The
 * topics are heard before, so a state is in the opening, in the stream, or in both; the newer one counts.
 */
export async function openStates(subscription: StateSubscription, engine: StateEngine): Promise<void> {
  const isFirst = subscription.state === 'joining'
  try {
    await Promise.all([engine.access(), ...subscription.groups.map(({ topic }) => topic.ready)])
    for (let failures = 0; subscription.state !== 'ended';) {
      const { asked } = subscription
      try {
        const states = await read(subscription, engine)
        // What it may see changed while the answer was under way: it may be too old.
        if (subscription.asked === asked) return await take(subscription, states, engine)
      } catch (cause) {
        if (isFirst || !(isPassing(cause) || waitedFor.has(codeOf(cause)))) throw cause
        await wait(waitAfter(++failures, { leastMs: 500, mostMs: 10_000 }), undefined, { ref: false })
      }
    }
  } catch (cause) {
    if (!isFirst && isOver(cause)) subscription.complete()
    else subscription.fail(toErrors(cause, engine.logger))
  }
}

function read(subscription: StateSubscription, { readings }: StateEngine): Promise<StateEvent[]> {
  return retrying(
    () => readings.read(subscription.request),
    () => subscription.state !== 'ended',
  )
}

async function take(subscription: StateSubscription, states: StateEvent[], engine: StateEngine): Promise<void> {
  if (subscription.state === 'ended') return
  const groups = new Map(subscription.groups.map((group) => [group.topic.name, group]))
  const last = states.filter(({ ends }) => ends)
  for (const state of states) if (!state.ends) groups.get(state.topic)?.topic.offer(state)
  const farewells = last.filter(({ topic }) => !subscription.hides(topic))
  const begun = subscription.admit(new Set(last.map(({ topic }) => topic)))
  const shown = begun.flatMap((group) => group.topic.current.map((state) => ({ group, state })))
  const works = [
    ...farewells.map((state) => async () => {
      subscription.tell(await groups.get(state.topic)!.resolve(state, subscription))
    }),
    ...shown.map((one) => () => show(subscription, one)),
  ]
  const ahead = engine.limits.resolveAhead
  for (let from = 0; from < works.length; from += ahead) {
    await Promise.all(works.slice(from, from + ahead).map((work) => work()))
  }
}

/** A state that has become an older one meanwhile is left out: the newer one comes with the stream. */
async function show(
  subscription: StateSubscription,
  { group, state }: { group: StateGroup; state: StateEvent },
): Promise<void> {
  const result = await group.resolve(state, subscription)
  if (group.topic.isNewest(state)) subscription.hand(state, result)
}
